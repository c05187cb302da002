package dev.tributary.upstream.registryaudit;

import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which way a list runs, unless that is known. */
final class ListOrder {
    private final AuditList list;
    private final Tally tally;
    private final Landmark.Place hint;

    ListOrder(AuditList list, Tally tally, Landmark.Place hint) {
        this.list = list;
        this.tally = tally;
        this.hint = hint;
    }

    /**
     * @param direction empty if the list shows none, or both
     * @param looked pages looked at on the way
     */
    record Shown(Optional<Direction> direction, List<ListPage> looked) {}

    Uni<Shown> find() {
        if (isKnown()) {
            return Uni.createFrom().item(shown());
        }
        return hint.isUsable() && hint.offset() / size() <= AuditList.LAST_NUMBER
                ? page((int) (hint.offset() / size()))
                        .chain(page -> isKnown() ? Uni.createFrom().item(shown(page)) : byTheFirst())
                : byTheFirst();
    }

    private Uni<Shown> byTheFirst() {
        return page(0).chain(first -> {
            if (first.isWholeList()) {
                return Uni.createFrom().item(new Shown(Optional.of(Direction.NEWEST_FIRST), List.of(first)));
            }
            return isKnown() ? Uni.createFrom().item(shown(first)) : byTheLast(first);
        });
    }

    private Uni<Shown> byTheLast(ListPage first) {
        int last = (int) Math.min((first.total() - 1) / size(), AuditList.LAST_NUMBER);
        return list.page(last, tally).map(page -> learn(List.of(first, page)));
    }

    private Uni<ListPage> page(int number) {
        return list.page(number, tally).invoke(page -> learn(List.of(page)));
    }

    private Shown learn(List<ListPage> pages) {
        List<Instant> times =
                pages.stream().flatMap(page -> page.times().stream()).toList();
        Optional<Direction> shown = Direction.shownBy(times, list.settings().reorderTolerance());
        shown.ifPresent(direction -> list.memory().learn(direction, pages));
        return new Shown(shown, pages);
    }

    private boolean isKnown() {
        return list.memory().direction() != null;
    }

    private Shown shown(ListPage... looked) {
        @Nullable Direction known = list.memory().direction();
        return new Shown(Optional.ofNullable(known), List.of(looked));
    }

    private int size() {
        return list.settings().pageSize();
    }
}
