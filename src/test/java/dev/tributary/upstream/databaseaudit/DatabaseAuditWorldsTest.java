package dev.tributary.upstream.databaseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Window;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Bounds;
import dev.tributary.upstream.databaseaudit.PlayedFiles.File;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Filter;
import dev.tributary.upstream.databaseaudit.PlayedFiles.Telling;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is not documented, and whatever happens between two calls: what was there throughout is delivered. */
class DatabaseAuditWorldsTest {
    private static final Instant START = Instant.parse("2026-01-10T00:00:00Z");
    private static final Duration LOOK_BACK = Duration.ofDays(2);
    private static final int SPREAD_SECONDS = 40 * 86_400;

    static LongStream seeds() {
        return Seeds.of(400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFileComesOnceAndInOrder(long seed) {
        World world = new World(seed);
        Reader read = world.read();
        assertThat(read.last()).isInstanceOf(Batch.class);
        assertThat(read.gaps()).isEmpty();
        assertThat(PlayedFiles.names(read.events())).containsExactlyInAnyOrderElementsOf(world.inWindow());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasThereThroughoutIsDeliveredOrTheSourceFails(long seed) {
        World world = new World(seed);
        world.moves();
        Reader read = world.read();
        assertThat(PlayedFiles.names(read.events())).doesNotHaveDuplicates();
        if (read.last() instanceof Batch) {
            assertThat(PlayedFiles.names(read.events())).containsAll(world.inWindow()); // less what was purged
        }
    }

    private static final class World {
        private final Random random;
        private final PlayedFiles upstream = new PlayedFiles(PlayedInstance.CLOCK);
        private final Window window;
        private final List<String> added = new ArrayList<>();
        private int names;

        World(long seed) {
            random = new Random(seed);
            upstream.filteringBy(any(Filter.values()), any(Bounds.values())).telling(any(Telling.values()));
            for (int files = random.nextInt(random.nextBoolean() ? 6 : 80); files > 0; files--) {
                upstream.files.add(anyFile());
            }
            Instant from = START.plusMillis(random.nextInt(SPREAD_SECONDS) * 1_000L + random.nextInt(1_000));
            window = new Window(from, from.plusSeconds(1 + random.nextInt(SPREAD_SECONDS)));
        }

        /** Often in bursts, sometimes exactly as long as the look-back. */
        private File anyFile() {
            boolean isBurst = random.nextInt(3) == 0;
            Instant end = START.plusSeconds(
                    isBurst ? random.nextInt(20) * 172_800L + random.nextInt(3) : random.nextInt(SPREAD_SECONDS));
            int longest = (int) LOOK_BACK.toSeconds();
            int seconds = random.nextInt(5) == 0 ? longest : random.nextInt(longest);
            return File.of("f" + ++names, end, Duration.ofSeconds(seconds));
        }

        /** Files are purged and added, one for one as often as not, so that totals stand still. */
        void moves() {
            int oftenness = 1 + random.nextInt(12);
            upstream.betweenCalls(() -> {
                if (random.nextInt(oftenness) == 0) {
                    if (random.nextInt(3) > 0 && !upstream.files.isEmpty()) {
                        upstream.files.remove(random.nextInt(upstream.files.size()));
                    }
                    if (random.nextInt(3) > 0) {
                        File file = anyFile();
                        added.add(file.name());
                        upstream.files.add(file);
                    }
                }
            });
        }

        Reader read() {
            int pageSize = 2 + random.nextInt(9);
            EventOrder order = any(EventOrder.values());
            DatabaseAuditReadings readings = new DatabaseAuditReadings(
                    upstream,
                    PlayedInstance.settings(pageSize, 100, LOOK_BACK),
                    new ProvenCache(1 << 20, PlayedInstance.CLOCK));
            return Reader.of(readings.begin(Reader.request(window, order)), window, order);
        }

        /** Neither purged nor added while it was read. */
        List<String> inWindow() {
            return upstream.files.stream()
                    .filter(file -> window.contains(file.end()))
                    .map(File::name)
                    .filter(name -> !added.contains(name))
                    .toList();
        }

        private <T> T any(T[] values) {
            return values[random.nextInt(values.length)];
        }
    }
}
