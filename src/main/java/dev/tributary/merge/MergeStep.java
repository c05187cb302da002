package dev.tributary.merge;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Frontier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One step of the k-way merge: the same batches give the same step.
 *
 * @param emitted in order; nothing that may still arrive belongs before or among them
 * @param reached the frontier that has come least far: every event it has passed is in {@code emitted}, or would be but
 *     for the limit
 */
public record MergeStep(List<Event> emitted, Frontier reached) {

    /**
     * Emits, in order, what no source can still come before. A source may yet add events at its frontier, so that
     * instant waits whole, however many events stand ready there.
     *
     * @param waiting what each source has handed over and no step has emitted, each sorted by {@code order}
     * @param limit events to emit at most, 0 or more
     */
    public static MergeStep of(Collection<Batch> waiting, EventOrder order, int limit) {
        Frontier slowest = waiting.stream()
                .map(Batch::frontier)
                .min(Comparator.naturalOrder())
                .orElse(Frontier.end(order));
        PriorityQueue<Run> runs = new PriorityQueue<>((a, b) -> order.compare(a.head(), b.head()));
        waiting.stream()
                .map(batch -> new Run(batch.events()))
                .filter(Run::hasHead)
                .forEach(runs::add);
        return new MergeStep(drain(runs, slowest, limit), slowest);
    }

    private static List<Event> drain(PriorityQueue<Run> runs, Frontier slowest, int limit) {
        List<Event> emitted = new ArrayList<>();
        while (emitted.size() < limit
                && !runs.isEmpty()
                && slowest.hasPassed(runs.peek().head().time())) {
            Run first = runs.poll();
            emitted.add(first.takeHead());
            if (first.hasHead()) {
                runs.add(first);
            }
        }
        return List.copyOf(emitted);
    }

    /** One source's events that are yet to be emitted. */
    private static final class Run {
        private final List<Event> events;
        private int next;

        Run(List<Event> events) {
            this.events = events;
        }

        boolean hasHead() {
            return next < events.size();
        }

        Event head() {
            return events.get(next);
        }

        Event takeHead() {
            return events.get(next++);
        }
    }
}
