package dev.tributary.upstream.registryaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Spending;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the registry's lists, read from its first row to its last.
 *
 * <p>Rows come in at one end and are purged at the other, so a list that moved while it was read shows it at an end:
 * the first and last page are read again after all the others, and must be what they were.
 */
final class WholeList {
    private static final int ATTEMPTS = 3;

    private final Asking asking;
    private final Operation operation;
    private final ReadSettings settings;
    private final Spending spending;

    WholeList(Asking asking, Operation operation, ReadSettings settings, Spending spending) {
        this.asking = asking;
        this.operation = operation;
        this.settings = settings;
        this.spending = spending;
    }

    /** One call for a page of a list. */
    @FunctionalInterface
    interface Asking {
        Uni<Page> page(Operation operation, int offset, Spending spending);
    }

    Uni<List<Page>> read() {
        return attempt(ATTEMPTS);
    }

    private Uni<List<Page>> attempt(int attemptsLeft) {
        if (attemptsLeft == 0) {
            return failure(FailureType.INCONSISTENT, "the list changed every time while it was read");
        }
        return page(0).chain(this::restOf)
                .chain(look -> look.holds(settings.pageSize())
                        ? Uni.createFrom().item(look.pages())
                        : attempt(attemptsLeft - 1));
    }

    private Uni<Look> restOf(Page first) {
        if (Math.min(first.records().size(), first.total()) < settings.pageSize()) {
            return Uni.createFrom().item(new Look(List.of(first), List.of()));
        }
        int last = (int) Math.min(first.total() / settings.pageSize(), Integer.MAX_VALUE);
        if (first.total() > settings.maxScan()) {
            return tooLarge("the list holds more rows than max-scan, " + settings.maxScan());
        }
        if (spending.isBeyondReach(Operation.values().length * (last + 2L))) {
            return tooLarge("reading the lists takes more calls than max-calls allows a request");
        }
        return pages(IntStream.rangeClosed(1, last))
                .chain(rest -> pages(IntStream.of(0, last)).map(again -> new Look(concat(first, rest), again)));
    }

    private static List<Page> concat(Page first, List<Page> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private Uni<List<Page>> pages(IntStream numbers) {
        return Uni.join().all(numbers.mapToObj(this::page).toList()).andFailFast();
    }

    private Uni<Page> page(int number) {
        return asking.page(operation, number * settings.pageSize(), spending);
    }

    private static <T> Uni<T> tooLarge(String message) {
        return failure(FailureType.TOO_LARGE, message);
    }

    private static <T> Uni<T> failure(FailureType type, String message) {
        return Uni.createFrom().failure(new UpstreamException(SourceFailure.of(type, message)));
    }

    /**
     * One look at a list.
     *
     * @param pages from first to last
     * @param again the first and the last page once more; empty when one page held everything
     */
    private record Look(List<Page> pages, List<Page> again) {

        List<UpstreamRecord> records() {
            return pages.stream().flatMap(page -> page.records().stream()).toList();
        }

        /**
         * Whether it shows the whole list as it was at one time: its end is a page that is not full, and no row stands
         * on two pages.
         */
        boolean holds(int pageSize) {
            List<UpstreamRecord> rows = records();
            long full = pages.stream()
                    .takeWhile(page -> page.records().size() == pageSize)
                    .count();
            return full == pages.size() - 1
                    && pages.stream()
                            .allMatch(page -> page.total() == pages.get(0).total())
                    && rows.size() >= pages.get(0).total()
                    && pages.get(0).total() != Page.CAP
                    && (pages.size() == 1 || Set.copyOf(rows).size() == rows.size())
                    && (again.isEmpty() || again.equals(List.of(pages.get(0), pages.get(pages.size() - 1))));
        }
    }
}
