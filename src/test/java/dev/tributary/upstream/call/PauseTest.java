package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.Allowance;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceMeter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls that run until the test ends them, two at a time; Quarkus runs, for the guards need it. */
@QuarkusTest
class PauseTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    Vertx vertx;

    private final List<UniEmitter<? super String>> sent = new CopyOnWriteArrayList<>();

    @Test
    void afterA429NoneOfThoseThatWaitGoesOutBeforeThePauseIsOver() {
        Calls calls = calls();
        IntStream.range(0, 10).forEach(call -> begin(calls));
        assertThat(sent).hasSize(2);

        sent.get(0).fail(throttled(Duration.ofMinutes(1)));
        sent.get(1).complete("sent before the upstream complained");

        assertThat(sent).hasSize(2);
    }

    private static UpstreamException throttled(Duration wait) {
        return new UpstreamException(new SourceFailure(FailureType.THROTTLED, "too often", 429, null, wait));
    }

    private void begin(Calls calls) {
        Allowance allowance = new Allowance(Clock.systemUTC(), LONG, 100);
        calls.through(
                        new Spending(allowance, null, () -> {}),
                        traceparent -> Uni.createFrom().<String>emitter(sent::add))
                .subscribe()
                .with(answer -> {}, failure -> {});
    }

    private Calls calls() {
        Clock clock = Clock.systemUTC();
        Connection connection = new Connection(
                "images",
                URI.create("http://127.0.0.1:1"),
                LONG,
                new CallSettings(LONG, 0, 20, 0.5, Duration.ofSeconds(5), 2, 1_000),
                new Always(request -> Map.of()),
                new Pace(vertx, new LocalBucket(clock, 20, 40)),
                SourceMeter.NONE,
                vertx,
                clock,
                new Random(1));
        return new Calls(connection, new NewestCredential(), new CallStatus(clock));
    }
}
