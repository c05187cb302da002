package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.BufferPool;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Reservation;
import dev.tributary.source.Scan;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rows that were read and not handed over yet are in memory, wherever they wait. */
class HeldRowsTest extends Scans {
    private static final long MEMORY = 1_000_000;
    private static final long HEAP_BYTES_OF_A_ROW = 2_048; // as reckoned before any was weighed

    /** Those of the last three seconds read: others that stand among them may follow. */
    @Test
    void rowsThatMayStillFollowOthersAreHeld() {
        PlayedLists lists = new PlayedLists(10, clock).pulls(fallingFrom(1_000, 200));
        Reservation memory = reserved(new BufferPool(MEMORY), 0);
        Reading reading = reading(lists, memory);
        Batch first = (Batch) reading.next().await().indefinitely();
        assertThat(first.events()).isNotEmpty();
        AtomicReference<Boolean> isHeld = new AtomicReference<>();
        lists.beforeCall(call -> isHeld.compareAndSet(null, !memory.tryTake(MEMORY - HEAP_BYTES_OF_A_ROW)));
        reading.next().await().indefinitely();
        assertThat(isHeld.get()).isTrue();
    }

    private Reading reading(PlayedLists lists, Reservation memory) {
        ReadSettings settings = settings(10);
        return new RegistryAuditReading(
                new ListSizes(new ProvenCache(0, clock)).open(lists, settings),
                new ReadRequest(
                        window(0, 2_000),
                        EventOrder.DESC,
                        1_000,
                        Freshness.FRESH,
                        Scan.NEEDED,
                        Hints.none(),
                        new Allowance(clock, LONG, UNBOUNDED, memory)),
                settings);
    }
}
