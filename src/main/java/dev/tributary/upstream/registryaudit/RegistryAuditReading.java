package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Figures;
import dev.tributary.source.Figures.ListOrder;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.upstream.slice.Hold;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Tally;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The three lists side by side, as far as the one that has come least far. */
final class RegistryAuditReading implements Reading {
    private final EventOrder order;
    private final Hold hold;
    private final Tally tally;
    private final List<Standing> lists;
    private final List<Event> waiting = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    RegistryAuditReading(List<AuditList> lists, ReadRequest request, ReadSettings settings) {
        this.order = request.order();
        this.hold = new Hold(request.allowance().memory());
        this.tally = new Tally(request, settings).with(hold);
        Frontier start = Frontier.start(order, request.window());
        this.lists = lists.stream()
                .map(list -> new Standing(new ListReading(list, request, tally), start))
                .toList();
    }

    private static final class Standing {
        private final ListReading reading;
        private Frontier frontier;

        Standing(ListReading reading, Frontier frontier) {
            this.reading = reading;
            this.frontier = frontier;
        }
    }

    @Override
    public Uni<Outcome> next() {
        hold.keepsRows(held());
        Frontier slowest = slowest();
        List<Uni<Outcome>> pulls = lists.stream()
                .filter(list -> list.frontier.equals(slowest))
                .map(this::pull)
                .toList();
        return Uni.join().all(pulls).andFailFast().map(this::outcome);
    }

    private synchronized int held() {
        return waiting.size()
                + lists.stream().mapToInt(list -> list.reading.held()).sum();
    }

    private Uni<Outcome> pull(Standing list) {
        return list.reading.next().invoke(outcome -> {
            if (outcome instanceof Batch batch) {
                receive(list, batch);
            }
        });
    }

    private synchronized void receive(Standing list, Batch batch) {
        list.frontier = batch.frontier();
        waiting.addAll(batch.events());
        gaps.addAll(batch.gaps());
    }

    private synchronized Outcome outcome(List<Outcome> pulled) {
        Optional<Outcome> trouble =
                pulled.stream().filter(outcome -> !(outcome instanceof Batch)).findFirst();
        return trouble.orElseGet(this::batch);
    }

    private Batch batch() {
        Frontier reached = slowest();
        List<Event> passed = waiting.stream()
                .filter(event -> reached.hasPassed(event.time()))
                .sorted(order)
                .toList();
        waiting.removeIf(event -> reached.hasPassed(event.time()));
        Batch batch = new Batch(passed, reached, gaps);
        gaps.clear();
        return batch;
    }

    private Frontier slowest() {
        return lists.stream()
                .map(list -> list.frontier)
                .min(Frontier::compareTo)
                .orElse(Frontier.end(order));
    }

    @Override
    public Figures figures() {
        boolean isChecked = lists.stream().allMatch(list -> list.reading.isCheckedWhole());
        Duration reduced = lists.stream()
                .flatMap(list -> list.reading.reducedTolerance().stream())
                .min(Duration::compareTo)
                .orElse(null);
        return tally.figures().withOrder(isChecked ? ListOrder.CHECKED : ListOrder.ASSUMED, reduced);
    }

    @Override
    public Hints hints(Instant place) {
        return new Hints(lists.stream()
                .flatMap(list -> list.reading.hint(place).numbers().stream())
                .toList());
    }

    @Override
    public void close() {
        lists.forEach(list -> list.reading.close());
        hold.release();
    }
}
