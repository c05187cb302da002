package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Rows;
import dev.tributary.upstream.slice.Slice;
import dev.tributary.upstream.slice.SliceReader;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Slices of the list of audit files. Whether the upstream filters by a file's begin, end or overlap is not documented,
 * so it is asked from a look-back before the slice on, and the rows are filtered here.
 */
final class DatabaseAuditSlices implements SliceReader {
    /** At most 30 days a call; whether exactly 30 are allowed is not documented (GaussDB API reference, "end_time"). */
    private static final Duration LONGEST_CALL = Duration.ofDays(30).minusSeconds(1);
    /** A second more at the end, and both edges rounded outward to whole seconds. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private static final int ATTEMPTS = 3;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Asking asking;
    private final ReadSettings settings;
    private final int pageSize;

    DatabaseAuditSlices(Asking asking, ReadSettings settings) {
        this.asking = asking;
        this.settings = settings;
        this.pageSize = Math.max(2, settings.pageSize()); // of one row, the overlap of two pages would be all there is
    }

    /** One call for a page of the files between two times. */
    @FunctionalInterface
    interface Asking {
        Uni<Page> page(String start, String end, int offset, int limit, Spending spending);
    }

    @Override
    public Duration longest() {
        return LONGEST_CALL.minus(MARGIN).minus(settings.lookback());
    }

    @Override
    public Uni<Slice> read(Window slice, Spending spending) {
        if (!slice.to().isAfter(Instant.EPOCH)) {
            return Uni.createFrom().item(new Slice.Proven(List.of(), 0));
        }
        return attempt(slice, spending, ATTEMPTS);
    }

    private Uni<Slice> attempt(Window slice, Spending spending, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom().failure(failure(FailureType.INCONSISTENT, "its pages never added up to its total"));
        }
        return pages(slice, spending, new ArrayList<>(), -1)
                .chain(read -> read.isTorn() ? attempt(slice, spending, attemptsLeft - 1) : judged(slice, read));
    }

    /** All pages of one reading; each but the first begins one row early and must show the row before. */
    private Uni<Paged> pages(Window slice, Spending spending, List<UpstreamRecord> rows, long total) {
        int offset = Math.max(0, rows.size() - 1);
        return asking.page(start(slice), end(slice), offset, pageSize, spending).chain(page -> {
            if (!rows.isEmpty() && !adjoins(rows, total, page)) {
                return Uni.createFrom().item(Paged.torn());
            }
            rows.addAll(
                    rows.isEmpty()
                            ? page.records()
                            : page.records().subList(1, page.records().size()));
            if (spending.isBeyondReach(2 * page.total() / pageSize)) {
                return Uni.createFrom().item(Paged.tooMany());
            }
            boolean isLast = page.records().size() < pageSize;
            return isLast
                    ? Uni.createFrom().item(new Paged(rows, page.total()))
                    : pages(slice, spending, rows, page.total());
        });
    }

    private static boolean adjoins(List<UpstreamRecord> rows, long total, Page next) {
        return next.total() == total
                && !next.records().isEmpty()
                && next.records().get(0).equals(rows.get(rows.size() - 1));
    }

    private Uni<Slice> judged(Window slice, Paged read) {
        if (!read.isBeyondProof()) {
            Rows rows = Rows.of(new Page(read.rows(), read.total()), new DatabaseAuditNormaliser(settings.id()));
            return Uni.createFrom().item(new Slice.Proven(rows.events(), rows.unreadable()));
        }
        return slice.length().compareTo(settings.lookback()) > 0
                ? Uni.createFrom().item(new Slice.Unproven())
                : Uni.createFrom()
                        .failure(failure(FailureType.TOO_LARGE, "lookback spans too many files to be proven"));
    }

    private static UpstreamException failure(FailureType type, String message) {
        return new UpstreamException(SourceFailure.of(type, message));
    }

    private String start(Window slice) {
        Instant start = slice.from().minus(settings.lookback());
        return SECONDS.format(start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start);
    }

    private static String end(Window slice) {
        return SECONDS.format(slice.to().plusMillis(999).plusSeconds(1));
    }

    /** The rows of one reading, without the overlaps, and the one total that all its pages gave. */
    private record Paged(List<UpstreamRecord> rows, long total) {
        static Paged torn() {
            return new Paged(List.of(), Long.MAX_VALUE);
        }

        /** More pages than half of a request's calls. */
        static Paged tooMany() {
            return new Paged(List.of(), Page.CAP);
        }

        boolean isBeyondProof() {
            return total == Page.CAP;
        }

        boolean isTorn() {
            return rows.size() < total && !isBeyondProof();
        }
    }
}
