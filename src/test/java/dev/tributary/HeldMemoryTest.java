package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Api.Reply;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service with memory for one large page: who holds it, and for how long. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(HeldMemoryTest.LittleMemory.class)
class HeldMemoryTest extends FrontDoorTest {
    private static final String PAGE = "/events?source=images&limit=1000&from=" + World.FROM + "&to=" + World.TO;

    /** As one page needs; who does not get it is told at once. */
    public static final class LittleMemory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tributary.max-buffered-bytes", "2M", "tributary.queue-wait", "200ms");
        }
    }

    @BeforeEach
    void play() {
        String text = "x".repeat(8_000); // so that what one page leaves is never enough for another
        simulator.plays(
                World.images(),
                Population.computed(
                        1_000,
                        i -> Row.imageLog(World.FROM.plusSeconds(i))
                                .with("event_id", "i" + i)
                                .with("content", text)));
    }

    @Test
    void aPageHoldsItUntilItsClientHasThePage() throws IOException {
        try (Socket client = asking(PAGE)) {
            await("the page to be on its way")
                    .until(() -> client.getInputStream().available() > 0);
            Reply other = api.get(PAGE);
            assertThat(other.status()).isEqualTo(503);
            assertThat(other.http().headers().firstValue("Retry-After")).isPresent();
        }
        await("the memory to be free").until(() -> api.get(PAGE).status() == 200);
    }

    @Test
    void anExportThatFindsNoneIsRefusedBeforeItsFirstByte() throws IOException {
        try (Socket client = asking(PAGE)) {
            await("the page to be on its way")
                    .until(() -> client.getInputStream().available() > 0);
            assertThat(api.get(PAGE.replace("limit=1000", "format=ndjson")).status())
                    .isEqualTo(503);
        }
        await("the memory to be free").until(() -> api.get(PAGE).status() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "ndjson"})
    void whoAsksForHeadersOnlyHoldsNone(String format) throws IOException {
        String path = "/events?source=images&from=" + World.FROM + "&to=" + World.TO + "&format=" + format;
        for (int i = 0; i < 5; i++) {
            HttpURLConnection head =
                    (HttpURLConnection) URI.create(url).resolve(path).toURL().openConnection();
            head.setRequestMethod("HEAD");
            assertThat(head.getResponseCode()).isEqualTo(200);
        }
        await("the memory to be free").until(() -> api.get(PAGE).status() == 200);
    }

    /** A client that takes next to nothing of what is sent. */
    private Socket asking(String path) throws IOException {
        URI service = URI.create(url);
        Socket client = new Socket();
        client.setReceiveBufferSize(4 * 1024);
        client.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
