package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A large export by a service that has 96 MB: {@code -Dexport.events=1000000} for one of a million events. */
class LargeExportIT {
    private static final Million WORLD = new Million(Integer.getInteger("export.events", 100_000));
    private static final int CUTS = 100;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    @TempDir
    static Path directory;

    private static Simulator simulator;
    private static PackagedService service;
    private static String url;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BitSet seen = new BitSet(WORLD.size);
    private long sumOfIds;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        WORLD.playedBy(simulator);
        String unhurried = "tributary.requests-per-second=100000\ntributary.burst=100000\n";
        service = PackagedService.start(
                directory,
                PackagedService.fourSourcesAt(simulator.url()) + unhurried,
                Map.of(),
                "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError");
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
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void memoryDoesNotGrowWithWhatIsRead() throws Exception {
        List<Long> heap = new ArrayList<>();
        Set<Integer> marks = Set.of(WORLD.size / 10, WORLD.size / 2, WORLD.size);
        try (BufferedReader lines = open(Million.path())) {
            String summary = null;
            int read = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                summary = line;
                if (isEvent(line)) {
                    take(line);
                    read++;
                    if (marks.contains(read)) {
                        heap.add(service.held().heap());
                    }
                }
            }
            assertThat(summary).startsWith("{\"summary\":").contains("\"complete\":true");
        }
        assertThatAllWereReadOnce();
        System.out.printf(
                "Export of %,d events under -Xmx96m: live heap %,d, %,d and %,d KB at 10, 50 and 100 %%%n",
                WORLD.size, heap.get(0), heap.get(1), heap.get(2));
        assertThat(heap.get(2)).as("KB at the end").isLessThan(heap.get(0) * 5 / 4 + 4_096);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aHundredCutsLoseNothing() throws Exception {
        Random random = new Random(20_261_121);
        List<Integer> pieces =
                random.ints(CUTS, 1, 2 * WORLD.size / CUTS).boxed().toList();
        String next = Million.path();
        for (int piece : pieces) {
            next = next == null ? null : cut(next, piece);
        }
        while (next != null) {
            next = cut(next, Integer.MAX_VALUE);
        }
        assertThatAllWereReadOnce();
    }

    /** Reads so many lines and keeps what stands before the last line of progress; null behind the summary. */
    private @Nullable String cut(String path, int lines) throws Exception {
        String next = path;
        List<String> sinceProgress = new ArrayList<>();
        try (BufferedReader reader = open(path)) {
            for (int i = 0; i < lines; i++) {
                String line = reader.readLine();
                assertThat(line)
                        .as("nobody but the client cuts: %s", service.output())
                        .isNotNull();
                if (isEvent(line)) {
                    sinceProgress.add(line);
                    continue;
                }
                sinceProgress.forEach(this::take);
                sinceProgress.clear();
                Matcher found = NEXT.matcher(line);
                next = found.find() ? found.group(1) : null;
                if (line.startsWith("{\"summary\":")) {
                    return next;
                }
            }
        }
        return next;
    }

    private BufferedReader open(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url).resolve(path)).build();
        return new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private static boolean isEvent(String line) {
        return line.startsWith("{\"id\":");
    }

    private void take(String line) {
        int number = (int) Million.number(line);
        assertThat(seen.get(number)).as("event %s has come before", number).isFalse();
        seen.set(number);
        Matcher id = ID.matcher(line);
        assertThat(id.find()).isTrue();
        sumOfIds += Long.parseUnsignedLong(id.group(1).substring(0, 16), 16);
    }

    private void assertThatAllWereReadOnce() {
        assertThat(seen.cardinality()).isEqualTo(WORLD.size);
        assertThat(sumOfIds).isEqualTo(WORLD.sumOfIds());
    }
}
