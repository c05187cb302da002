package dev.tributary.upstream.databaseaudit;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceMeter;
import dev.tributary.source.Window;
import dev.tributary.upstream.databaseaudit.PlayedFiles.File;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Reader;
import dev.tributary.upstream.slice.SampleSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** One instance and those who read it: pages of 100 files, 200 calls, a look-back of two days unless told otherwise. */
final class PlayedInstance {
    static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON.plus(Duration.ofDays(400)), ZoneOffset.UTC);
    static final Duration TWO_DAYS = Duration.ofDays(2);
    static final Window LAST_HOUR = before(NOON, Duration.ofHours(1));

    final PlayedFiles upstream = new PlayedFiles(CLOCK);

    static Window before(Instant to, Duration length) {
        return new Window(to.minus(length), to);
    }

    static ReadSettings settings(int pageSize, int maxCalls, Duration lookBack) {
        SourceId source = new SourceId("orders-db", Kind.DATABASE_AUDIT, Samples.SCOPE);
        ReadSettings sample = SampleSettings.of(source, CLOCK).build();
        return new ReadSettings(
                source,
                sample.origin(),
                pageSize,
                sample.readAhead(),
                sample.settle(),
                sample.overlap(),
                sample.readTimeout(),
                sample.settledFor(),
                sample.youngFor(),
                lookBack,
                sample.reorderTolerance(),
                sample.maxScan(),
                sample.unit(),
                maxCalls,
                SourceMeter.NONE,
                CLOCK);
    }

    /** A replica that knows nothing yet. */
    DatabaseAuditReadings readings() {
        return readings(200, TWO_DAYS);
    }

    DatabaseAuditReadings readings(int maxCalls, Duration lookBack) {
        return new DatabaseAuditReadings(upstream, settings(100, maxCalls, lookBack), new ProvenCache(1 << 24, CLOCK));
    }

    void ends(String name, Instant end, Duration length) {
        upstream.files.add(File.of(name, end, length));
    }

    static Reader read(DatabaseAuditReadings readings, Window window, EventOrder order) {
        return Reader.of(readings.begin(Reader.request(window, order)), window, order);
    }

    /** Newest first. */
    static List<String> names(DatabaseAuditReadings readings, Window window) {
        return names(readings, window, Hints.none());
    }

    static List<String> names(DatabaseAuditReadings readings, Window window, Hints hints) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofHours(1), Integer.MAX_VALUE);
        ReadRequest request =
                new ReadRequest(window, EventOrder.DESC, 1_000, Freshness.CACHED, Scan.NEEDED, hints, allowance);
        return PlayedFiles.names(
                Reader.of(readings.begin(request), window, EventOrder.DESC).events());
    }
}
