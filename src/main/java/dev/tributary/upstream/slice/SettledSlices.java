package dev.tributary.upstream.slice;

import dev.tributary.source.SourceId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is settled and proven, for all replicas. Nothing here ever fails: what cannot be had is read from the upstream. */
public interface SettledSlices {
    /** Every replica for itself. */
    SettledSlices NONE = new SettledSlices() {
        @Override
        public Uni<Optional<Slice.Proven>> find(ShelfId shelf, Instant time, Duration patience) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public void put(ShelfId shelf, Slice.Proven proven, Duration life) {}
    };

    /**
     * A slice that holds this time. Who finds none is expected to read one that begins or ends here, and for a moment
     * others wait for it.
     *
     * @param patience how long to wait for another replica that is reading just now
     */
    Uni<Optional<Slice.Proven>> find(ShelfId shelf, Instant time, Duration patience);

    /** Nobody waits for it. */
    void put(ShelfId shelf, Slice.Proven proven, Duration life);

    /**
     * What is proven of one source, or of one of its lists.
     *
     * @param meaning all else that decides what is found and what it proves: replicas that differ in it share nothing
     */
    record ShelfId(SourceId source, List<@Nullable String> meaning) {}
}
