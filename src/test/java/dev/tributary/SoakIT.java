package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty requests a second of all formats, some of them broken off, over upstreams that fail at random: what the service
 * holds does not grow, and it is well as soon as they are. {@code -Dsoak.seconds=600} for longer.
 */
class SoakIT {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 10);
    private static final int PER_SECOND = 50;
    private static final long SEED = Long.getLong("soak.seed", 1);
    /** What idle connections and threads of pools may come to, however long it takes. */
    private static final int CONNECTIONS = 150;

    private static final List<String> FAULTS = List.of(
            "'fault': '500', 'probability': '0.03'",
            "'fault': '429', 'probability': '0.003', 'retryAfter': '1s'",
            "'fault': '403', 'probability': '0.01'",
            "'fault': 'reset', 'probability': '0.02'",
            "'fault': 'truncated', 'probability': '0.02'",
            "'fault': 'html', 'probability': '0.01'",
            "'fault': 'hang', 'probability': '0.005'",
            "'fault': 'slow-bytes', 'bytes': '100', 'pause': '100ms', 'probability': '0.005'",
            "'fault': 'huge-body', 'probability': '0.003'",
            "'fault': 'latency', 'delay': '300ms', 'probability': '0.02'");

    @TempDir
    static Path directory;

    private static Simulator simulator;
    private static PackagedService service;
    private static String url;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        new World(SEED, 500).playedBy(simulator);
        String configuration = PackagedService.fourSourcesAt(simulator.url())
                .replaceAll("(?m)^tributary\\.(timeout|deadline|connect-timeout)=.*\\R", "");
        service = PackagedService.start(
                directory,
                configuration + "tributary.timeout=1s\ntributary.requests-per-second=1000\ntributary.burst=1000\n",
                Map.of(),
                "-Xmx192m");
        url = service.url();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        simulator.close();
    }

    @Test
    void nothingGrows() throws Exception {
        Api api = new Api(url);
        await().atMost(Duration.ofMinutes(1)).until(() -> isComplete(api));
        letThingsGoWrong();

        ask(Math.min(10, SECONDS)); // the pools fill
        Held start = told("start", service.held());
        ask(SECONDS / 2);
        told("middle", service.held());
        ask(SECONDS / 2);
        Held end = told("end", service.held());

        System.out.println("Answers: " + new TreeMap<>(answers));
        assertThat(answers.keySet()).isSubsetOf("200", "502", "503", "504", "broken off");
        assertThat(end.threads()).isLessThan(start.threads() + CONNECTIONS);
        assertThat(end.descriptors()).isLessThan(start.descriptors() + CONNECTIONS);

        simulator.heals();
        await().atMost(Duration.ofMinutes(1)).until(() -> isComplete(api));
    }

    private static boolean isComplete(Api api) {
        return api.getAnew(hour()).json().path("complete").asBoolean();
    }

    private static String hour() {
        return "/events?from=" + World.FROM + "&to=" + World.TO;
    }

    private static void letThingsGoWrong() {
        for (int number = 0; number < FAULTS.size(); number++) {
            String line = "{'target': '*', 'seed': '%d', %s}".formatted(SEED + number, FAULTS.get(number));
            Http.post(simulator.url() + "/_simulator/faults", line.replace('\'', '"'));
        }
    }

    /** Whatever becomes of the requests before: one more every twentieth of a second. */
    private void ask(int seconds) throws InterruptedException {
        ScheduledExecutorService pacemaker = Executors.newSingleThreadScheduledExecutor();
        Future<?> asking = pacemaker.scheduleAtFixedRate(this::ask, 0, 1_000 / PER_SECOND, TimeUnit.MILLISECONDS);
        assertThat(pacemaker.awaitTermination(seconds, TimeUnit.SECONDS)).isFalse();
        assertThat(asking.cancel(false)).as("it never broke off").isTrue();
        pacemaker.shutdown();
        assertThat(pacemaker.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private void ask() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path()))
                .header("Cache-Control", random.nextBoolean() ? "no-cache" : "max-age=0")
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        CompletableFuture<Integer> counted = answer.handle((response, failure) -> answers.merge(
                failure == null ? Integer.toString(response.statusCode()) : "broken off", 1, Integer::sum));
        if (random.nextInt(20) == 0) {
            assertThat(answer.cancel(true) || counted.isDone()).isTrue();
        }
    }

    private String path() {
        String format = List.of("json", "json", "json", "csv", "ndjson").get(random.nextInt(5));
        String order = random.nextBoolean() ? "asc" : "desc";
        return hour() + "&limit=" + (1 + random.nextInt(500)) + "&order=" + order + "&format=" + format;
    }

    /** For the operator's eye and the closing note of whoever soaks it for longer: no bound says how it should look. */
    private static Held told(String when, Held held) {
        System.out.printf("Soak of %d s, %s: %s%n", SECONDS, when, held);
        return held;
    }
}
