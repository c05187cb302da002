package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Api.Reply;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More clients than a service of ordinary limits serves at a time. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(OverloadTest.Remembering.class)
class OverloadTest extends FrontDoorTest {
    private static final String HOUR = "/events?limit=1000&to=" + World.TO + "&from=";

    @TestHTTPResource(value = "/q/health", management = true)
    String health;

    @BeforeEach
    void play() {
        new World(7, 300).playedBy(simulator);
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeAgain() throws Exception {
        simulator.fault(World.images(), Calls.all(), Fault.latency(Duration.ofSeconds(2)));
        List<Reply> replies = atOnce(200, client -> api.getAnew(HOUR + World.FROM.plusMillis(client)));

        assertThat(replies).extracting(Reply::status).contains(200, 503).containsOnly(200, 503);
        assertThat(replies).filteredOn(reply -> reply.status() == 503).allSatisfy(busy -> {
            assertThat(busy.json().path("type").asText()).isEqualTo("/problems/overloaded");
            assertThat(busy.http().headers().firstValueAsLong("Retry-After")).hasValue(1);
        });
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 200)
                .allSatisfy(reply ->
                        assertThat(reply.json().path("complete").asBoolean()).isTrue());
        assertThat(isHealthy()).isTrue();
        assertThat(api.get(HOUR + World.FROM).status()).isEqualTo(200);
    }

    private boolean isHealthy() {
        return new Api(health).get("/q/health").status() == 200;
    }

    @Test
    void equalRequestsCostWhatOneCosts() throws Exception {
        api.get(hourOfImages(World.FROM)); // learns the unit of the time filter
        simulator.requests().clear();
        api.get(hourOfImages(World.FROM.minus(Duration.ofDays(9))));
        int ofOne = simulator.requests().all().size();
        simulator.requests().clear();

        atOnce(1_000, client -> api.get(hourOfImages(World.FROM.minus(Duration.ofDays(19)))));
        assertThat(simulator.requests().all()).hasSize(ofOne);
    }

    private static String hourOfImages(Instant from) {
        return "/events?source=images&from=" + from + "&to=" + from.plus(Duration.ofHours(1));
    }

    @Test
    void connectionsThatNeverAskOrNeverReadHarmNobody() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int client = 0; client < 1_000; client++) {
                idle.add(connection(client % 2 == 0 ? "GET /events HTTP/1.1\r\nHost: a" : unread()));
            }
            for (int query = 0; query < 20; query++) {
                assertThat(api.get(HOUR + World.FROM.plusMillis(query)).status())
                        .isEqualTo(200);
            }
            assertThat(isHealthy()).isTrue();
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static String unread() {
        return "GET " + HOUR + World.FROM + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private Socket connection(String sent) throws IOException {
        URI base = URI.create(url);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static <T> List<T> atOnce(int clients, IntFunction<T> asking) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<T>> asked = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> asking.apply(client)))
                    .toList();
            List<T> replies = new ArrayList<>();
            for (Future<T> one : asked) {
                replies.add(one.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }

    /** As in production; tests forget otherwise. */
    public static class Remembering implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tributary.cache.settled-for", "15m");
        }
    }
}
