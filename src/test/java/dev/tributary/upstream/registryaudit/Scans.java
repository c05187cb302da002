package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.Allowance;
import dev.tributary.source.BufferPool;
import dev.tributary.source.Reservation;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SampleSettings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** What tests of scans begin with: a clock, a tolerance of three seconds, windows told by seconds. */
abstract class Scans {
    static final int UNBOUNDED = Integer.MAX_VALUE;
    static final Duration LONG = Duration.ofHours(1);
    private static final SourceId ID = new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE);

    final Clock clock = Clock.fixed(second(1_000_000), ZoneOffset.UTC);

    PlayedScan scan(PlayedLists lists, int pageSize, Window window, int callsAStep) {
        return scan(lists, pageSize, window, calls(callsAStep));
    }

    PlayedScan scan(PlayedLists lists, int pageSize, Window window, Allowance step) {
        return new PlayedScan(lists, settings(pageSize), window, EventOrder.DESC, step).toItsEnd();
    }

    Allowance calls(int aStep) {
        return new Allowance(clock, LONG, aStep);
    }

    /** What a query holds from the beginning; it never ends. */
    static Reservation reserved(BufferPool pool, long bytes) {
        AtomicReference<Reservation> taken = new AtomicReference<>();
        pool.holding(0, bytes, LONG, given -> {
                    taken.set(given.orElseThrow());
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(ended -> {});
        return taken.get();
    }

    ReadSettings settings(int pageSize) {
        return SampleSettings.of(ID, clock)
                .pageSize(pageSize)
                .reorderTolerance(Duration.ofSeconds(3))
                .build();
    }

    static Window window(int from, int to) {
        return new Window(second(from), second(to));
    }

    /** A row a second, newest first; ids count from 1 on. */
    static List<Row> fallingFrom(int second, int rows) {
        return new ArrayList<>(IntStream.range(0, rows)
                .mapToObj(index -> Row.at(second - index, index + 1))
                .toList());
    }
}
