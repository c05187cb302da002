package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that read a line and then nothing, of answers larger than any buffer on the way. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(ShortWaits.class)
class SlowClientsTest extends FrontDoorTest {
    private static final String HOUR = "/events?source=images&from=" + World.FROM + "&to=" + World.TO;
    private static final String EXPORT = HOUR + "&format=ndjson";
    private static final List<String> ANSWERS =
            List.of(EXPORT, HOUR + "&format=json&limit=1000", HOUR + "&format=csv&limit=1000", EXPORT + "&order=asc");
    private static final int SLOW = 16;
    private static final int LOGS = 3_500;
    private static final Duration TWICE_THE_WRITE_TIMEOUT = Duration.ofSeconds(4);

    @BeforeEach
    void play() {
        String content = "a long story, ".repeat(150);
        simulator.plays(
                World.images(),
                Population.computed(
                        LOGS,
                        i -> Row.imageLog(World.FROM.plusMillis(1_000L * i))
                                .with("event_id", "i" + i)
                                .with("content", content)));
    }

    @Test
    void theyAreCutOffWhileAnotherIsServedAndLeaveNothingOpenBehindThem() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int number = 0; number < SLOW; number++) {
            slow.add(clientThatReadsOneLine(ANSWERS.get(number % ANSWERS.size())));
        }

        Export another = Export.of(url, EXPORT).readAll();

        assertThat(another.events()).hasSize(LOGS);
        assertThat(another.summary().path("complete").asBoolean()).isTrue();
        await().pollDelay(TWICE_THE_WRITE_TIMEOUT)
                .until(() -> simulator.requests().inFlight() == 0);
        int calls = simulator.requests().all().size();
        for (Socket client : slow) {
            assertThat(hasEnd(client)).isFalse();
        }
        assertThat(simulator.requests().all()).hasSize(calls);
    }

    @Test
    void overHttp2TheStreamIsResetAndTheConnectionServesOn() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    .setHttp2MaxPoolSize(1));
            CompletableFuture<Throwable> broken = new CompletableFuture<>();
            HttpClientResponse answer = get(client, EXPORT);
            answer.pause().exceptionHandler(broken::complete);
            assertThat(broken).succeedsWithin(Duration.ofSeconds(30));
            answer.resume();
            HttpClientResponse next = get(client, "/sources");
            assertThat(next.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.request().connection()).isSameAs(answer.request().connection());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private HttpClientResponse get(HttpClient client, String path) throws InterruptedException, ExecutionException {
        URI base = URI.create(url);
        return client.request(HttpMethod.GET, base.getPort(), base.getHost(), path)
                .compose(request -> request.send().onSuccess(HttpClientResponse::pause))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private Socket clientThatReadsOneLine(String path) throws IOException {
        URI base = URI.create(url);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        while (socket.getInputStream().read() != '\n') {
            // the status line
        }
        return socket;
    }

    /** Whether what is left of the answer ends with the chunk that is its end. */
    private static boolean hasEnd(Socket client) throws IOException {
        StringBuilder read = new StringBuilder();
        try (client;
                InputStream in = client.getInputStream()) {
            client.setSoTimeout(30_000); // fails the test: the connection is still open
            Stream.generate(() -> next(in))
                    .takeWhile(piece -> piece.length() > 0)
                    .forEach(piece -> {
                        read.append(piece);
                        read.delete(0, Math.max(0, read.length() - 10));
                    });
        }
        return read.toString().endsWith("0\r\n\r\n");
    }

    private static String next(InputStream in) {
        try {
            return new String(in.readNBytes(1_000), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException reset) {
            return "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
