package dev.tributary.upstream.slice;

import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Spending;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Asks for one page after the other, each through all layers of a call. */
public record Pages(Calls calls, PageShape shape) {

    /** @param body the REST client's call, made anew for every attempt */
    public Uni<Page> read(Spending spending, Supplier<Uni<byte[]>> body) {
        return calls.through(spending, () -> body.get().map(bytes -> PageReader.read(bytes, shape)));
    }
}
