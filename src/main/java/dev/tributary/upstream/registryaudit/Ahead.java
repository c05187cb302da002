package dev.tributary.upstream.registryaudit;

import dev.tributary.event.EventOrder;
import dev.tributary.source.ReadRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Begins the next span before it is asked for: pages of a list are read one after the other, and a query would wait for
 * each. Only for a query that has come back for more once, and only until it has what it wants.
 */
final class Ahead implements Advance {
    private final Advance advance;
    private final EventOrder order;
    private final Instant far;
    private final long wanted;
    private int pulls;
    private long brought;
    private @Nullable CompletableFuture<Found> underWay;
    private boolean isClosed;

    Ahead(Advance advance, ReadRequest request) {
        this.advance = advance;
        this.order = request.order();
        this.far = request.window().far(order);
        this.wanted = request.wanted();
    }

    @Override
    public Uni<Found> next(Instant place) {
        CompletableFuture<Found> begun = taken();
        Uni<Found> found =
                begun == null ? advance.next(place) : Uni.createFrom().completionStage(begun);
        return found.invoke(this::goOn);
    }

    private synchronized @Nullable CompletableFuture<Found> taken() {
        CompletableFuture<Found> begun = underWay;
        underWay = null;
        pulls++;
        return begun;
    }

    private synchronized void goOn(Found found) {
        Instant next = found.span().far(order);
        brought += found.events().size();
        boolean isNeeded = pulls > 1 && brought < wanted && order.compareTimes(next, far) < 0;
        if (isNeeded && !isClosed) {
            underWay = advance.next(next).subscribeAsCompletionStage();
        }
    }

    @Override
    public int held() {
        return advance.held();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (underWay != null) {
            underWay.cancel(false);
        }
    }
}
