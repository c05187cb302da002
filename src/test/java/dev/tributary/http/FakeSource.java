package dev.tributary.http;

import dev.tributary.event.Event;
import dev.tributary.source.Batch;
import dev.tributary.source.EventSource;
import dev.tributary.source.Figures;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Outcome;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** A source in memory: it has some events, or fails. */
record FakeSource(SourceId id, List<Event> events, SourceFailure failure) implements EventSource {
    private static final Figures.ListOrder LIST_ORDER = Figures.ListOrder.ASSUMED;
    private static final Duration TOLERANCE = Duration.ofSeconds(150);

    static FakeSource having(Event... events) {
        Event first = events[0];
        return new FakeSource(new SourceId(first.source(), first.kind(), first.scope()), List.of(events), null);
    }

    static FakeSource failing(SourceId id, SourceFailure failure) {
        return new FakeSource(id, List.of(), failure);
    }

    @Override
    public Reading read(ReadRequest request) {
        return new Reading() {
            @Override
            public Uni<Outcome> next() {
                return Uni.createFrom().item(outcome(request));
            }

            @Override
            public Figures figures() {
                int fromMemory = request.freshness() == Freshness.CACHED ? 1 : 0;
                return new Figures(1, 0, fromMemory, 0, request.window().to(), LIST_ORDER, TOLERANCE);
            }
        };
    }

    private Outcome outcome(ReadRequest request) {
        if (failure != null) {
            return failure;
        }
        List<Event> read = events.stream()
                .filter(event -> request.window().contains(event.time()))
                .sorted(request.order())
                .toList();
        return Batch.of(read, Frontier.end(request.order()));
    }

    @Override
    public PageWeight pageWeight() {
        return new PageWeight(100, 2_048);
    }

    @Override
    public SourceStatus status() {
        return new SourceStatus(
                failure == null ? "closed" : "open",
                failure == null ? null : Requests.NOW.plusSeconds(60),
                failure == null ? Requests.NOW : null,
                failure == null ? null : Requests.NOW.minusSeconds(5),
                failure,
                failure == null ? Duration.ofMillis(83) : null,
                failure == null ? Duration.ofSeconds(-3) : null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                null);
    }
}
