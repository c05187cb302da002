package dev.tributary.upstream.slice;

import dev.tributary.source.Freshness;
import dev.tributary.source.PageWeight;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Exchange;
import dev.tributary.upstream.call.Spending;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;

/** Asks one source for pages, each through all layers of a call; equal calls under way are made once. */
public final class Pages {
    private final Calls calls;
    private final PageShape shape;
    private final Clock clock;
    private final RowWeight weight = new RowWeight();
    private final SharedReads<Object, Look> underWay = new SharedReads<>();

    public Pages(Calls calls, PageShape shape, Clock clock) {
        this.calls = calls;
        this.shape = shape;
        this.clock = clock;
    }

    /**
     * @param question what is asked; equal questions have equal answers
     * @param body the REST client's call, made anew for every attempt
     * @return fails with {@link dev.tributary.upstream.call.UpstreamException} or
     *     {@link dev.tributary.upstream.call.BudgetSpentException}
     */
    public Uni<Look> read(Object question, Tally tally, Exchange<byte[]> body) {
        Uni<Look> look = tally.freshness() == Freshness.FRESH
                ? Uni.createFrom().deferred(() -> look(tally, body))
                : underWay.join(question, () -> look(tally, body), tally::joined);
        return look.invoke(tally::arrived);
    }

    private Uni<Look> look(Tally tally, Exchange<byte[]> body) {
        Spending spending = tally.begin();
        Instant begun = clock.instant();
        return calls.through(spending, traceparent -> body.send(traceparent).map(bytes -> look(bytes, begun)));
    }

    private Look look(byte[] bytes, Instant begun) {
        Look look = new Look(PageReader.read(bytes, shape), begun, bytes == null ? 0 : bytes.length);
        weight.learn(look.page().records().size(), look.bytes());
        return look;
    }

    /** What so many rows would weigh. */
    public PageWeight weight(long rows) {
        return new PageWeight(rows, weight.of(1));
    }
}
