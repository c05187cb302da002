package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.ReadSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A walk through a window in pages, as the front door makes it: a page ends with its limit, the next after its key. */
final class PlayedWalk {
    private static final int MOST_REQUESTS = 1_000;
    private static final int MOST_BUDGETS = 2;

    private final PlayedLists lists;
    private final Supplier<List<AuditList>> replica;
    private final ReadSettings settings;
    private final Window window;
    private final EventOrder order;
    private Freshness freshness = Freshness.CACHED;

    final List<Event> events = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    Hints hints = Hints.none();
    Frontier reached;
    int requests;
    int budgetsSpent;

    @Nullable
    SourceFailure failure;

    @Nullable
    RegistryAuditReading last;

    private @Nullable Event key;

    /** @param replica what the service that takes the next request knows of the lists */
    PlayedWalk(
            PlayedLists lists,
            Supplier<List<AuditList>> replica,
            ReadSettings settings,
            Window window,
            EventOrder order) {
        this.lists = lists;
        this.replica = replica;
        this.settings = settings;
        this.window = window;
        this.order = order;
        this.reached = Frontier.start(order, window);
    }

    PlayedWalk fresh() {
        freshness = Freshness.FRESH;
        return this;
    }

    /** To its end, or to a failure. */
    PlayedWalk inPagesOf(int limit) {
        while (!isOver() && requests < MOST_REQUESTS && budgetsSpent < MOST_BUDGETS) {
            page(limit);
        }
        return this;
    }

    Window window() {
        return window;
    }

    EventOrder order() {
        return order;
    }

    boolean isOver() {
        return failure != null || reached.isEnd();
    }

    /** One request. */
    PlayedWalk page(int limit) {
        requests++;
        Allowance allowance = new Allowance(settings.clock(), Duration.ofHours(1), settings.maxCalls());
        lists.paidBy(allowance);
        RegistryAuditReading reading = new RegistryAuditReading(
                replica.get(),
                new ReadRequest(left(), order, limit, freshness, Scan.NEEDED, hints, allowance),
                settings);
        last = reading;
        List<Event> page = new ArrayList<>();
        Outcome outcome = Batch.of(List.of(), reached);
        while (page.size() < limit
                && outcome instanceof Batch batch
                && !batch.frontier().isEnd()) {
            outcome = reading.next().await().indefinitely();
            if (outcome instanceof Batch brought) {
                reached = brought.frontier();
                gaps.addAll(brought.gaps());
                brought.events().stream().filter(this::isAfterTheKey).forEach(page::add);
            }
        }
        budgetsSpent += outcome instanceof OutOfBudget ? 1 : 0;
        failure = outcome instanceof SourceFailure reason ? reason : null;
        handOver(page, limit);
        hints = reading.hints(place());
        return this;
    }

    private void handOver(List<Event> page, int limit) {
        boolean isCut = page.size() > limit;
        List<Event> handed = isCut ? page.subList(0, limit) : page;
        events.addAll(handed);
        key = handed.isEmpty() ? key : handed.get(handed.size() - 1);
        if (isCut && key != null) {
            failure = null;
            reached = new Frontier(order, key.time());
        }
    }

    private boolean isAfterTheKey(Event event) {
        return key == null || order.compare(key, event) < 0;
    }

    private Instant place() {
        return reached.isEnd() ? window.far(order) : reached.time();
    }

    private Window left() {
        Instant near = order == EventOrder.DESC ? min(reached.time().plusMillis(1), window.to()) : reached.time();
        return Window.between(order, near, window.far(order));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The upstream's own ids, in the order of the walk. */
    List<Long> ids() {
        return events.stream()
                .map(event -> Long.valueOf(event.raw().get("id").text()))
                .toList();
    }

    boolean isInUncertainGap(Instant time) {
        return gaps.stream().anyMatch(gap -> gap.uncertain() && gap.window().contains(time));
    }
}
