package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Consumer;

/** Does something as a query of a process would, which holds its part of the memory meanwhile. */
public final class InAQuery {
    private InAQuery() {}

    /**
     * @param capacity bytes of all queries
     * @param pages bytes that this one reserves, or tries to
     */
    public static void run(long capacity, long pages, Consumer<Reservation> query) {
        new BufferPool(capacity)
                .holding(
                        pages,
                        0,
                        Duration.ofMinutes(1),
                        part -> Uni.createFrom().item(part.orElseThrow()).invoke(query))
                .await()
                .indefinitely();
    }
}
