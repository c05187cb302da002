package dev.tributary.upstream.databaseaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.Value;
import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.Tally;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/** The list of audit files without a wire, filtered and told as a test says. Refuses what the real one refuses. */
final class PlayedFiles implements Asking {
    /** What of a file must lie between the times asked. */
    enum Filter {
        BEGIN,
        END,
        OVERLAP
    }

    /** Whether files at the bounds are found. */
    enum Bounds {
        INCLUSIVE,
        EXCLUSIVE,
        HALF_OPEN
    }

    /** In which order files are told. */
    enum Telling {
        OLDEST_FIRST(Comparator.comparing(File::end).thenComparing(File::name)),
        NEWEST_FIRST(OLDEST_FIRST.order.reversed()),
        BY_NAME(Comparator.comparing(file -> file.name.hashCode() * 31));

        private final Comparator<File> order;

        Telling(Comparator<File> order) {
            this.order = order;
        }
    }

    record File(String name, Instant begin, Instant end) {
        static File of(String name, Instant end, Duration length) {
            return new File(name, end.minus(length), end);
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    final List<File> files = new ArrayList<>();
    final List<Span> asked = new ArrayList<>();
    private final Clock clock;
    private Filter filter = Filter.BEGIN;
    private Bounds bounds = Bounds.INCLUSIVE;
    private Telling telling = Telling.OLDEST_FIRST;
    private LongUnaryOperator total = rows -> rows;
    private Runnable betweenCalls = () -> {};

    PlayedFiles(Clock clock, File... files) {
        this.clock = clock;
        this.files.addAll(List.of(files));
    }

    PlayedFiles filteringBy(Filter what, Bounds which) {
        filter = what;
        bounds = which;
        return this;
    }

    PlayedFiles telling(Telling how) {
        telling = how;
        return this;
    }

    PlayedFiles withTotal(LongUnaryOperator ofRows) {
        total = ofRows;
        return this;
    }

    /** What happens upstream before each call but the first. */
    PlayedFiles betweenCalls(Runnable moves) {
        betweenCalls = moves;
        return this;
    }

    int calls() {
        return asked.size();
    }

    static List<String> names(List<Event> events) {
        return events.stream()
                .map(event -> Objects.requireNonNull(event.resource()).name())
                .toList();
    }

    @Override
    public Uni<Look> page(Span span, int offset, int limit, Tally tally) {
        return Uni.createFrom().item(() -> answer(span, offset, limit));
    }

    private Look answer(Span span, int offset, int limit) {
        assertThat(span.end()).isAfter(span.start());
        assertThat(Duration.between(span.start(), span.end())).isLessThan(Duration.ofDays(30));
        assertThat(limit).isBetween(1, 100);
        if (!asked.isEmpty()) {
            betweenCalls.run();
        }
        asked.add(span);
        List<File> found = found(span).sorted(telling.order).toList();
        List<UpstreamRecord> rows =
                found.stream().skip(offset).limit(limit).map(PlayedFiles::row).toList();
        return new Look(new Page(rows, total.applyAsLong(found.size())), clock.instant(), 1_000);
    }

    private Stream<File> found(Span span) {
        return files.stream().filter(file -> switch (filter) {
            case BEGIN -> isAfterStart(file.begin, span) && isBeforeEnd(file.begin, span);
            case END -> isAfterStart(file.end, span) && isBeforeEnd(file.end, span);
            case OVERLAP -> isAfterStart(file.end, span) && isBeforeEnd(file.begin, span);
        });
    }

    private boolean isAfterStart(Instant time, Span span) {
        return time.isAfter(span.start()) || (bounds != Bounds.EXCLUSIVE && time.equals(span.start()));
    }

    private boolean isBeforeEnd(Instant time, Span span) {
        return time.isBefore(span.end()) || (bounds == Bounds.INCLUSIVE && time.equals(span.end()));
    }

    static UpstreamRecord row(File file) {
        return new UpstreamRecord(Map.of(
                "id", Value.string("id-" + file.name),
                "name", Value.string(file.name),
                "begin_time", Value.string(TIME.format(file.begin)),
                "end_time", Value.string(TIME.format(file.end))));
    }
}
