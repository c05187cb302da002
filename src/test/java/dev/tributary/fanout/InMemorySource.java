package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.Batch;
import dev.tributary.source.EventSource;
import dev.tributary.source.Figures;
import dev.tributary.source.Frontier;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source whose slices are so many milliseconds long, and whose trouble begins where a test says. */
final class InMemorySource implements EventSource {
    private final String name;
    private final List<Event> events;
    private final long sliceMillis;
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable Instant broken;
    private @Nullable SourceFailure failure;
    private @Nullable Instant slow;
    private int slicesLeft = Integer.MAX_VALUE;
    private @Nullable Uni<Outcome> stuck;
    private Instant asOf = Instant.EPOCH.plus(Duration.ofDays(1));
    final List<ReadRequest> asked = new ArrayList<>();
    int closed;

    InMemorySource(String name, long sliceMillis, List<Event> events) {
        this.name = name;
        this.sliceMillis = sliceMillis;
        this.events = List.copyOf(events);
    }

    /** The slice that holds this millisecond fails, until {@link #heals}. */
    InMemorySource failingAt(long millis, SourceFailure with) {
        broken = Instant.ofEpochMilli(millis);
        failure = with;
        return this;
    }

    /** The budget runs out before the slice that holds this millisecond. */
    InMemorySource tooSlowFor(long millis) {
        slow = Instant.ofEpochMilli(millis);
        return this;
    }

    /** The budget allows so many slices until {@link #heals}. */
    InMemorySource outAfter(int slices) {
        slicesLeft = slices;
        return this;
    }

    /** Steps over this part; of an uncertain one it delivers the events with an odd id. */
    InMemorySource steppingOver(Gap gap) {
        gaps.add(gap);
        return this;
    }

    /** Never answers. */
    InMemorySource hanging() {
        stuck = Uni.createFrom().nothing();
        return this;
    }

    /** Breaks the port's rule that no reading fails otherwise than by its outcome. */
    InMemorySource defective() {
        stuck = Uni.createFrom().failure(new IllegalStateException("scripted"));
        return this;
    }

    /** When its answers were asked for. */
    InMemorySource readAt(Instant time) {
        asOf = time;
        return this;
    }

    List<Event> events() {
        return events;
    }

    void heals() {
        broken = null;
        slow = null;
        slicesLeft = Integer.MAX_VALUE;
        gaps.clear();
    }

    @Override
    public SourceId id() {
        return new SourceId(name, Kind.IMAGE_LOG, Samples.SCOPE);
    }

    @Override
    public Reading read(ReadRequest request) {
        asked.add(request);
        return new InMemoryReading(request);
    }

    @Override
    public PageWeight pageWeight() {
        return new PageWeight(100, 2_048);
    }

    @Override
    public SourceStatus status() {
        return new SourceStatus(
                "closed", null, null, null, null, null, null, Duration.ofMinutes(5), Duration.ofMinutes(10), null);
    }

    private final class InMemoryReading implements Reading {
        private final ReadRequest request;
        private Window left;
        private int calls;

        InMemoryReading(ReadRequest request) {
            this.request = request;
            this.left = request.window();
        }

        @Override
        public Uni<Outcome> next() {
            return stuck != null ? stuck : Uni.createFrom().item(outcome());
        }

        private Outcome outcome() {
            Window slice = nextSlice();
            if (!request.allowance().takeCall(this)) {
                return new OutOfBudget();
            }
            calls++;
            if (broken != null && failure != null && slice.contains(broken)) {
                return failure;
            }
            if (slicesLeft-- <= 0 || slow != null && slice.contains(slow)) {
                return new OutOfBudget();
            }
            left = rest(slice);
            return new Batch(
                    events.stream()
                            .filter(event -> slice.contains(event.time()) && isDelivered(event))
                            .sorted(request.order())
                            .toList(),
                    left.isEmpty() ? Frontier.end(request.order()) : Frontier.beyond(request.order(), slice),
                    gaps.stream().flatMap(gap -> Slices.part(gap, slice)).toList());
        }

        private boolean isDelivered(Event event) {
            return gaps.stream()
                    .filter(gap -> gap.window().contains(event.time()))
                    .allMatch(gap -> gap.uncertain() && Slices.isOdd(event));
        }

        private Window nextSlice() {
            long length = Math.min(sliceMillis, left.length().toMillis());
            return isDescending()
                    ? new Window(left.to().minusMillis(length), left.to())
                    : new Window(left.from(), left.from().plusMillis(length));
        }

        private Window rest(Window slice) {
            return isDescending() ? new Window(left.from(), slice.from()) : new Window(slice.to(), left.to());
        }

        private boolean isDescending() {
            return request.order() == EventOrder.DESC;
        }

        @Override
        public Figures figures() {
            return Figures.of(calls, 0, 0, 0, asOf);
        }

        /** The place, for a test to see where it came from. */
        @Override
        public Hints hints(Instant place) {
            return new Hints(List.of(place.toEpochMilli()));
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
