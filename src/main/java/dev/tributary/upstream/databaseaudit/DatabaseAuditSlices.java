package dev.tributary.upstream.databaseaudit;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Rows;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.SliceReader;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Slices of one reading of the audit files: the files that were complete in the slice, wherever they began. */
final class DatabaseAuditSlices implements SliceReader {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Of the look-back: a slice of so little that is still too much fails because of the look-back. */
    private static final int SHORTEST_PART = 10;
    /** What a slice aims at: more would spare calls, for its look-back is read once, but every query reserves it. */
    private static final int PAGES_OF_A_SLICE = 5;

    private final Asking asking;
    private final ReadSettings settings;
    private final LookBack lookBack;
    private final DatabaseAuditNormaliser normaliser;
    /** A slice as long as the look-back was too much, so shorter ones are read although they cost more calls. */
    private volatile boolean isCrowded;

    DatabaseAuditSlices(Asking asking, ReadSettings settings, LookBack lookBack) {
        this.asking = asking;
        this.settings = settings;
        this.lookBack = lookBack;
        this.normaliser = new DatabaseAuditNormaliser(settings.id());
    }

    /** A slice reads its look-back too, so it is as long or longer. */
    @Override
    public Sizes sizes() {
        Duration longest = Span.LONGEST.minus(Span.MARGINS).minus(lookBack.asked());
        return new Sizes(
                SECOND, shortest(), longer(longest, shortest()), isCrowded ? mostRows(settings) : rows(settings));
    }

    /** What a slice aims at, unless the files are crowded: then its look-back alone holds more. */
    static double rows(ReadSettings settings) {
        double rows = (settings.pageSize() - 1.0) * PAGES_OF_A_SLICE;
        return Math.max(1, Math.min(mostRows(settings), rows));
    }

    /** Half of the pages allowed leave room for surprise. */
    private static double mostRows(ReadSettings settings) {
        return Math.max(1, (settings.pageSize() - 1) * mostPages(settings) / 2.0);
    }

    private Duration shortest() {
        Duration asked = lookBack.asked();
        return longer(SECOND, isCrowded ? asked.dividedBy(SHORTEST_PART) : asked);
    }

    private static int mostPages(ReadSettings settings) {
        return Math.max(1, settings.maxCalls() / 2);
    }

    @Override
    public Uni<Slice> read(Window slice, EventOrder order, Tally tally) {
        if (!slice.to().isAfter(Instant.EPOCH)) {
            return Uni.createFrom().item(nothing(slice));
        }
        Duration asked = lookBack.asked();
        List<Span> spans = Span.covering(slice, asked);
        List<Uni<Files>> reads = spans.stream()
                .map(span ->
                        pages(span, mostPages(settings) / spans.size(), tally).read())
                .toList();
        return Uni.join().all(reads).andFailFast().chain(files -> judge(slice, order, asked, files, tally));
    }

    private Slice nothing(Window slice) {
        return new Slice.Proven(slice, List.of(), 0, 0, settings.clock().instant(), 0);
    }

    private FilePages pages(Span span, int mostPages, Tally tally) {
        return new FilePages(asking, settings, span, Math.max(1, mostPages), tally);
    }

    private Uni<Slice> judge(Window slice, EventOrder order, Duration asked, List<Files> files, Tally tally) {
        List<Files.Listed> listed = only(Files.Listed.class, files);
        if (listed.size() < files.size()) {
            return tooMany(slice, files);
        }
        Instant start = Span.covering(slice, asked).get(0).start();
        listed.forEach(list -> lookBack.learn(list.rows(), start));
        boolean wasTooShort = lookBack.asked().compareTo(asked) > 0; // files just seen call for more
        return wasTooShort ? read(slice, order, tally) : Uni.createFrom().item(proven(slice, listed));
    }

    private Uni<Slice> tooMany(Window slice, List<Files> files) {
        Duration shortest = longer(SECOND, lookBack.asked().dividedBy(SHORTEST_PART));
        if (slice.length().compareTo(shortest) <= 0) {
            return Uni.createFrom()
                    .failure(new UpstreamException(SourceFailure.of(
                            FailureType.TOO_LARGE, "lookback spans more audit files than one request can read")));
        }
        isCrowded |= slice.length().compareTo(shortest()) <= 0;
        long listed = only(Files.Listed.class, files).stream()
                .mapToLong(list -> list.rows().size())
                .sum();
        long others = only(Files.TooMany.class, files).stream()
                .mapToLong(Files.TooMany::rows)
                .sum();
        return Uni.createFrom().item(new Slice.TooMany(listed + others, List.of()));
    }

    private Slice proven(Window slice, List<Files.Listed> lists) {
        List<Rows> answers = lists.stream().map(this::rows).toList();
        return new Slice.Proven(
                slice,
                events(slice, answers),
                answers.stream().mapToLong(Rows::count).sum(),
                answers.stream().mapToInt(Rows::unreadable).sum(),
                lists.stream().map(Files.Listed::begun).min(Instant::compareTo).orElseThrow(),
                lists.stream().mapToLong(Files.Listed::bytes).sum(),
                lookBack.gaps(slice));
    }

    private Rows rows(Files.Listed list) {
        return Rows.of(new Page(list.rows(), list.rows().size()), normaliser);
    }

    /** A file that several spans have shown is one. */
    private static List<Event> events(Window slice, Collection<Rows> answers) {
        Map<String, Event> byId = new LinkedHashMap<>();
        answers.stream()
                .flatMap(rows -> rows.events().stream())
                .filter(event -> slice.contains(event.time()))
                .forEach(event -> byId.putIfAbsent(event.id(), event));
        return List.copyOf(byId.values());
    }

    private static <T extends Files> List<T> only(Class<T> type, List<Files> files) {
        return files.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
