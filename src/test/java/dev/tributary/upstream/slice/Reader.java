package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Scan;
import dev.tributary.source.Window;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads a reading to its end, and holds every batch to the port's contract. */
public final class Reader {
    private final EventOrder order;
    private final List<Event> events = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Frontier frontier;
    private Outcome last;

    private Reader(Reading reading, Window window, EventOrder order) {
        this.order = order;
        this.frontier = Frontier.start(order, window);
        do {
            last = reading.next().await().indefinitely();
            if (last instanceof Batch batch) {
                take(batch, window);
            }
        } while (last instanceof Batch && !frontier.isEnd());
        reading.close();
    }

    public static Reader of(Reading reading, Window window, EventOrder order) {
        return new Reader(reading, window, order);
    }

    /** With a budget that is never spent, and nothing learnt before. */
    public static ReadRequest request(Window window, EventOrder order) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofHours(1), Integer.MAX_VALUE);
        return new ReadRequest(window, order, 1_000, Freshness.CACHED, Scan.NEEDED, Hints.none(), allowance);
    }

    private void take(Batch batch, Window window) {
        assertThat(batch.frontier()).isGreaterThanOrEqualTo(frontier);
        assertThat(batch.events())
                .isSortedAccordingTo(order)
                .allMatch(event -> window.contains(event.time()))
                .allMatch(event -> batch.frontier().hasPassed(event.time()))
                .noneMatch(event -> frontier.hasPassed(event.time()));
        events.addAll(batch.events());
        gaps.addAll(batch.gaps());
        frontier = batch.frontier();
    }

    public List<Event> events() {
        return events;
    }

    public List<Gap> gaps() {
        return gaps;
    }

    /** How far it came. */
    public Frontier frontier() {
        return frontier;
    }

    /** A batch at the window's end, or what stopped the reading. */
    public Outcome last() {
        return last;
    }
}
