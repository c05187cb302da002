package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Api.Reply;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One who may have one query under way waits for himself, and nobody waits for him. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallersProfile.class)
class QueriesOfACallerTest extends FrontDoorTest {
    private static final String DATABASE = "/events?source=orders-db&from=" + World.FROM + "&to=" + World.TO;
    private static final String LONGER = DATABASE.replace("T10:", "T05:");
    private static final String REGISTRY = "/events?source=registry&from=" + World.FROM + "&to=" + World.TO;

    private Api one;
    private Api all;

    @BeforeEach
    void play() {
        new World(5, 50).playedBy(simulator);
        all = api.withToken(CallersProfile.ALL);
        one = api.withToken(CallersProfile.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&format=ndjson", "&format=csv"})
    void oneMoreIsRefusedAtOnceTillTheFirstHasEnded(String format) throws IOException {
        simulator.fault(World.database(), Calls.all(), Fault.together(2));

        try (Socket first = asked(DATABASE + format, CallersProfile.ONE)) {
            await().until(() -> simulator.requests().inFlight() > 0);
            Reply second = one.get(REGISTRY);

            assertThat(first.isConnected()).isTrue();
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.json().path("type").asText()).isEqualTo("/problems/too-many-queries");
            assertThat(second.http().headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(one.get("/sources").status()).isEqualTo(200);
            assertThat(all.get(REGISTRY).status()).isEqualTo(200);
        }
        await().until(() -> one.get(REGISTRY).status() == 200);
        assertThat(all.getAnew(LONGER).status()).as("the two calls have met").isEqualTo(200);
    }

    @Test
    void halfOfHisPlacesAreForPagesOnly() throws IOException {
        Api two = api.withToken(CallersProfile.TWO);
        simulator.fault(World.database(), Calls.all(), Fault.together(2));

        try (Socket export = asked(DATABASE + "&format=ndjson", CallersProfile.TWO)) {
            await().until(() -> simulator.requests().inFlight() > 0);

            assertThat(export.isConnected()).isTrue();
            assertThat(two.text(REGISTRY + "&format=ndjson").statusCode()).isEqualTo(429);
            assertThat(two.get(REGISTRY).status()).isEqualTo(200);
        }
        await().until(() -> two.text(REGISTRY + "&format=ndjson").statusCode() == 200);
        assertThat(all.getAnew(LONGER).status()).as("the two calls have met").isEqualTo(200);
    }

    @Test
    void placeIsFreeAfterEveryKindOfEnd() {
        assertThat(one.get(REGISTRY).status()).isEqualTo(200);
        assertThat(one.get(REGISTRY + "&limit=0").status()).isEqualTo(400);
        assertThat(one.text(REGISTRY + "&format=ndjson").statusCode()).isEqualTo(200);
        assertThat(one.text(REGISTRY + "&format=csv").statusCode()).isEqualTo(200);
        simulator.fault(World.database(), Calls.all(), Fault.status(403, "X.1"));
        assertThat(one.getAnew("/events?source=orders-db").status()).isEqualTo(502);
        assertThat(one.get(REGISTRY).status()).isEqualTo(200);
    }

    private Socket asked(String path, String token) throws IOException {
        URI base = URI.create(url);
        Socket socket = new Socket(base.getHost(), base.getPort());
        String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
