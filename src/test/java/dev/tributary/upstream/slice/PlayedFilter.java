package dev.tributary.upstream.slice;

import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** An API that filters by time, without a wire: rows by their milliseconds, told as a test says. Counts its calls. */
final class PlayedFilter implements TimeFilter {
    /** In which order rows are told. */
    enum Telling {
        NEWEST_FIRST,
        OLDEST_FIRST,
        SHUFFLED
    }

    static final SourceId SOURCE = new SourceId("images", Kind.IMAGE_LOG, Samples.SCOPE);
    static final Normaliser NORMALISER = row -> {
        Instant time = RecordTime.ofMillis(row, "time").orElseThrow();
        int id = row.number("id").orElseThrow().intValueExact();
        return new Row.Normalised(Samples.event("images", time.toEpochMilli(), id));
    };

    private final List<Long> times;
    private Telling telling = Telling.NEWEST_FIRST;
    private LongUnaryOperator total = rows -> rows;
    private int largestPage = Integer.MAX_VALUE;
    private int insideBounds;
    private boolean comparesMilliseconds;
    private FilterUnit unit = FilterUnit.MILLISECONDS;
    private final Clock clock;
    int calls;

    PlayedFilter(Clock clock, LongStream times) {
        this.clock = clock;
        this.times = times.sorted().boxed().toList();
    }

    PlayedFilter telling(Telling how) {
        telling = how;
        return this;
    }

    boolean tellsAnewForEveryPage() {
        return telling == Telling.SHUFFLED;
    }

    PlayedFilter withTotal(LongUnaryOperator ofRows) {
        total = ofRows;
        return this;
    }

    PlayedFilter withAtMost(int rows) {
        largestPage = rows;
        return this;
    }

    /** Rows at the bounds are not found. */
    PlayedFilter excludingBounds() {
        insideBounds = 1;
        return this;
    }

    /** Rows are compared by their milliseconds, whatever the unit of the bounds. */
    PlayedFilter comparingMilliseconds() {
        comparesMilliseconds = true;
        return this;
    }

    PlayedFilter in(FilterUnit other) {
        unit = other;
        return this;
    }

    @Override
    public Uni<Look> page(Question question, Tally tally) {
        return Uni.createFrom().item(() -> {
            tally.begin();
            calls++;
            return new Look(answer(question), clock.instant(), 1_000);
        });
    }

    private Page answer(Question question) {
        List<Integer> found = new ArrayList<>(IntStream.range(0, times.size())
                .filter(id -> isBetween(question, Instant.ofEpochMilli(times.get(id))))
                .boxed()
                .toList());
        tell(found, question.hashCode());
        List<UpstreamRecord> rows = found.stream()
                .skip(question.offset())
                .limit(Math.min(question.limit(), largestPage))
                .map(this::row)
                .toList();
        return new Page(rows, total.applyAsLong(found.size()));
    }

    private boolean isBetween(Question question, Instant time) {
        if (comparesMilliseconds) {
            long millis = unit.length().toMillis();
            return question.start() * millis <= time.toEpochMilli() && time.toEpochMilli() <= question.end() * millis;
        }
        long units = Bounds.units(time, unit);
        return question.start() + insideBounds <= units && units <= question.end() - insideBounds;
    }

    private void tell(List<Integer> found, int seed) {
        if (telling == Telling.NEWEST_FIRST) {
            Collections.reverse(found);
        } else if (telling == Telling.SHUFFLED) {
            Collections.shuffle(found, new Random(seed));
        }
    }

    private UpstreamRecord row(int id) {
        return new UpstreamRecord(
                Map.of("time", Value.number(Long.toString(times.get(id))), "id", Value.number(Integer.toString(id))));
    }
}
