package dev.tributary.bench.scale;

import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Slice;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A model of the upstreams: logs that are filtered by time, their rows evenly spread. A page of 20 rows stands for one of
 * 200, so every rate of rows is a tenth.
 */
final class Cloud {
    static final int SOURCES = 5_000;
    /** Account, host and kind: what one quota counts. */
    static final int GROUPS = 50;

    static final int PAGE = 20;
    static final int STANDS_FOR = 10;
    private static final long FASTEST = 80_000; // microseconds
    private static final double MEAN_BEYOND = 70_000;
    private static final int BYTES_OF_A_ROW = 600;
    /** Twice what the simulator's own records come to, compressed: they are more alike than real ones. */
    private static final int STORED_BYTES_OF_A_ROW = 100;

    private static final double MILLIS_OF_A_DAY = 86_400_000;

    private final VirtualTime time;
    private final SplittableRandom random;
    private final int[][] calls;

    Cloud(VirtualTime time, SplittableRandom random, int seconds) {
        this.time = time;
        this.random = random;
        this.calls = new int[GROUPS][seconds + 1];
    }

    static int group(int source) {
        return source % GROUPS;
    }

    static SourceId id(int source) {
        Scope scope = new Scope("cn-north-4", "project-" + group(source), null, null);
        return new SourceId("source-" + source, Kind.IMAGE_LOG, scope);
    }

    static long storedBytes(Slice.Proven slice) {
        return slice.rows() * STANDS_FOR * STORED_BYTES_OF_A_ROW;
    }

    /** Of a hundred sources of a group one has 100,000 rows a day, nine have 5,000, and the others 200. */
    private static double rowsADay(int source) {
        int rank = source / GROUPS;
        return (rank == 0 ? 100_000.0 : rank < 10 ? 5_000 : 200) / STANDS_FOR;
    }

    /** One call; it is counted when it is sent. */
    Uni<Slice> read(int source, Window window) {
        return Uni.createFrom().deferred(() -> {
            calls[group(source)][(int) (time.micros() / 1_000_000)]++;
            Instant begun = time.instant();
            return time.later(latency(), () -> answer(source, window, begun));
        });
    }

    private long latency() {
        return FASTEST + (long) (-MEAN_BEYOND * Math.log(1 - random.nextDouble()));
    }

    private static Slice answer(int source, Window window, Instant begun) {
        long first = rowsUntil(source, window.from());
        long rows = rowsUntil(source, window.to()) - first;
        if (rows > PAGE) {
            return new Slice.TooMany(rows, List.of());
        }
        List<Event> events = LongStream.range(first, first + rows)
                .mapToObj(row -> event(source, row, window))
                .toList();
        return new Slice.Proven(window, events, rows, 0, begun, rows * STANDS_FOR * BYTES_OF_A_ROW);
    }

    private static long rowsUntil(int source, Instant to) {
        return (long) Math.floor(to.toEpochMilli() * rowsADay(source) / MILLIS_OF_A_DAY + phase(source));
    }

    private static double phase(int source) {
        return source * 0.618 % 1;
    }

    private static Event event(int source, long row, Window window) {
        long millis = (long) ((row + 1 - phase(source)) * MILLIS_OF_A_DAY / rowsADay(source));
        Instant at = Instant.ofEpochMilli(
                Math.max(window.from().toEpochMilli(), Math.min(window.to().toEpochMilli() - 1, millis)));
        SourceId id = id(source);
        return new Event(
                "0",
                at,
                null,
                id.name(),
                id.kind(),
                id.scope(),
                null,
                Severity.INFO,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of());
    }

    long calls() {
        return Stream.of(calls).flatMapToInt(Arrays::stream).sum();
    }

    /** The most calls that one quota counted in one second. */
    int busiestSecond() {
        return Stream.of(calls).flatMapToInt(Arrays::stream).max().orElse(0);
    }
}
