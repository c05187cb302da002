package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.Figures;
import dev.tributary.source.Hints;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SlicedReading;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;

/** Begins readings of one source's files; what one learns about their length, all others know. */
final class DatabaseAuditReadings {
    private final Asking asking;
    private final ReadSettings settings;
    private final ProvenCache cache;
    private final LearntLookBack learnt;

    DatabaseAuditReadings(Asking asking, ReadSettings settings, ProvenCache cache) {
        this.asking = asking;
        this.settings = settings;
        this.cache = cache;
        this.learnt = new LearntLookBack(settings.lookback(), wished -> cache.sharedShelf(settings, wished.toString()));
    }

    Reading begin(ReadRequest request) {
        LookBack lookBack = new LookBack(learnt, request.hints());
        ReadRequest own = new ReadRequest(
                request.window(),
                request.order(),
                request.wanted(),
                request.freshness(),
                request.scan(),
                LookBack.behind(request.hints()),
                request.allowance());
        int rows = request.allowance().memory().rowsOfPage(settings.pageSize());
        DatabaseAuditSlices slices = new DatabaseAuditSlices(asking, settings.withPageSize(rows), lookBack);
        return new Hinting(new SlicedReading(slices, shelf(lookBack), own, settings), lookBack);
    }

    /** What was proven with a shorter look-back than this reading was told may lack what it is to find. */
    private Supplier<ProvenCache.Shelf> shelf(LookBack lookBack) {
        ProvenCache.Shelf own = cache.shelf(settings);
        return lookBack.isLongerThanLearnt() ? () -> own : learnt::shelf;
    }

    /** Hands its look-back on to the walk's next page, which another replica may read. */
    private record Hinting(Reading slices, LookBack lookBack) implements Reading {
        @Override
        public Uni<Outcome> next() {
            return slices.next();
        }

        @Override
        public Figures figures() {
            return slices.figures();
        }

        @Override
        public Hints hints(Instant place) {
            return lookBack.before(slices.hints(place));
        }

        @Override
        public void close() {
            slices.close();
        }
    }
}
