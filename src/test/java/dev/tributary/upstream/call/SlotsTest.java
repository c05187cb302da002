package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two slots; each call runs until the test ends it. */
class SlotsTest {
    private final Slots slots = new Slots(2);
    private final List<String> begun = new ArrayList<>();
    private final List<UniEmitter<? super String>> running = new ArrayList<>();

    @Test
    void noMoreCallsRunThanThereAreSlots() {
        begin("a");
        begin("b");
        begin("c");
        assertThat(begun).containsExactly("a", "b");
    }

    @Test
    void moreSlotsLetInWhoeverWaits() {
        AtomicInteger open = new AtomicInteger(0);
        Slots growing = new Slots(open::get);
        AtomicInteger calls = new AtomicInteger();
        Supplier<Uni<Integer>> call = () -> Uni.createFrom().item(calls::incrementAndGet);
        growing.in(call).subscribe().with(done -> {});
        growing.in(call).subscribe().with(done -> {});
        assertThat(calls).hasValue(0);

        open.set(1);
        growing.handOver();
        assertThat(calls).hasValue(2);
    }

    @Test
    void whoeverHasWaitedLongestIsNext() {
        List.of("a", "b", "c", "d").forEach(this::begin);
        running.get(1).complete("done");
        assertThat(begun).containsExactly("a", "b", "c");
        running.get(0).fail(new IllegalStateException("failed"));
        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aCancelledCallGivesItsSlotBack() {
        Cancellable a = begin("a");
        begin("b");
        begin("c");
        a.cancel();
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void whoCancelsWhileWaitingIsSkippedAndCostsNoSlot() {
        begin("a");
        begin("b");
        Cancellable c = begin("c");
        begin("d");
        c.cancel();
        running.get(0).complete("done");
        running.get(1).complete("done");
        assertThat(begun).containsExactly("a", "b", "d");
        begin("e");
        assertThat(begun).containsExactly("a", "b", "d", "e");
    }

    /** Whoever cancels at once does so before the call has taken its place. */
    @Test
    void whoCancelsAtOnceCostsNoSlot() {
        for (int i = 0; i < 2; i++) {
            slots.in(() -> call("cancelled"))
                    .onSubscription()
                    .invoke(UniSubscription::cancel)
                    .subscribe()
                    .with(item -> {}, failure -> {});
        }
        begin("a");
        assertThat(begun).endsWith("a");
    }

    @Test
    void aCallThatCannotBeginGivesItsSlotBack() {
        for (int i = 0; i < 3; i++) {
            slots.in(() -> {
                        throw new IllegalStateException("no call");
                    })
                    .subscribe()
                    .with(item -> {}, failure -> {});
        }
        begin("a");
        begin("b");
        assertThat(begun).containsExactly("a", "b");
    }

    /** Each frees its slot while it is being let in: ten thousand such steps on top of each other would be too many. */
    @Test
    void aLongQueueOfCallsThatEndAtOnceEndsWell() {
        begin("a");
        begin("b");
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            slots.in(() -> Uni.createFrom().item("at once")).subscribe().with(item -> ended.incrementAndGet());
        }
        running.get(0).complete("done");
        assertThat(ended).hasValue(10_000);
        begin("c");
        assertThat(begun).containsExactly("a", "b", "c");
    }

    private Cancellable begin(String name) {
        return slots.in(() -> call(name)).subscribe().with(item -> {}, failure -> {});
    }

    private Uni<String> call(String name) {
        begun.add(name);
        return Uni.createFrom().emitter(running::add);
    }
}
