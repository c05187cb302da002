package dev.tributary.upstream.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.source.Allowance;
import dev.tributary.source.SourceMeter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** A call through all layers, of an upstream that the test plays. */
record OneCall(Client client, Calls calls) {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final CallSettings NEVER_AGAIN = new CallSettings(LONG, 0, 20, 0.5, Duration.ofSeconds(5), 2, 1_000);

    @Path("/")
    interface Client {
        @GET
        Uni<byte[]> page();
    }

    /** @return the answer's body */
    static String of(int port, Vertx vertx) {
        Clock clock = Clock.systemUTC();
        URI upstream = URI.create("http://127.0.0.1:" + port);
        Authenticator nobody = new Always(request -> Map.of());
        Pace pace = new Pace(vertx, new LocalBucket(clock, 20, 40));
        return new Connection(
                        "images",
                        upstream,
                        LONG,
                        NEVER_AGAIN,
                        nobody,
                        pace,
                        SourceMeter.NONE,
                        vertx,
                        clock,
                        new Random(1))
                .open(Client.class, OneCall::new)
                .body();
    }

    private String body() {
        Spending spending = new Spending(new Allowance(Clock.systemUTC(), LONG, 100), null, () -> {});
        return new String(
                calls.through(spending, traceparent -> client.page()).await().atMost(LONG), UTF_8);
    }
}
