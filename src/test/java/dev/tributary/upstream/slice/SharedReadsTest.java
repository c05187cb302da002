package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.upstream.call.BudgetSpentException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal reads are made once; and what befalls one of those who wait befalls nobody else. */
class SharedReadsTest {
    private final SharedReads<String, String> reads = new SharedReads<>();
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();
    private int cancelled;
    private int joined;

    @Test
    void readsOfTheSameAreMadeOnceWhileUnderWay() {
        UniAssertSubscriber<String> first = read("same");
        UniAssertSubscriber<String> second = read("same");
        begun.get(0).complete("answer");
        first.assertItem("answer");
        second.assertItem("answer");
        assertThat(begun).hasSize(1);
        assertThat(joined).isEqualTo(1);
    }

    @Test
    void readsOfOtherThingsAreTheirOwn() {
        read("one");
        read("other");
        assertThat(begun).hasSize(2);
    }

    @Test
    void afterItsEndAReadIsForgottenWellOrBadlyAsItEnded() {
        UniAssertSubscriber<String> first = read("same");
        begun.get(0).fail(new IllegalStateException());
        first.assertFailedWith(IllegalStateException.class);
        UniAssertSubscriber<String> second = read("same");
        begun.get(1).complete("answer");
        second.assertItem("answer");
    }

    /** History 28: a query whose time is over leaves; the one that joined it stays. */
    @Test
    void theReadGoesOnWhenItsFirstWaiterLeaves() {
        UniAssertSubscriber<String> first = read("same");
        UniAssertSubscriber<String> second = read("same");
        first.cancel();
        assertThat(cancelled).isZero();
        begun.get(0).complete("answer");
        second.assertItem("answer");
        first.assertNotTerminated();
    }

    @Test
    void whoeverJoinedAReadThatHadNoBudgetLeftBeginsItAnew() {
        UniAssertSubscriber<String> first = read("same");
        UniAssertSubscriber<String> second = read("same");
        begun.get(0).fail(new BudgetSpentException());
        first.assertFailedWith(BudgetSpentException.class);
        second.assertNotTerminated();
        begun.get(1).complete("answer");
        second.assertItem("answer");
    }

    @Test
    void theReadEndsWithItsLastWaiterAndTheNextOneBeginsAnew() {
        UniAssertSubscriber<String> first = read("same");
        UniAssertSubscriber<String> second = read("same");
        first.cancel();
        second.cancel();
        assertThat(cancelled).isEqualTo(1);
        read("same");
        assertThat(begun).hasSize(2);
    }

    @Test
    void aReadThatEndsAtOnceIsToldAtOnce() {
        Uni<String> read = reads.join("same", () -> Uni.createFrom().item("answer"), () -> {});
        assertThat(read.await().indefinitely()).isEqualTo("answer");
        assertThat(read.await().indefinitely()).isEqualTo("answer");
    }

    private UniAssertSubscriber<String> read(String key) {
        Uni<String> upstream = Uni.createFrom()
                .<String>emitter(emitter -> begun.add(emitter))
                .onCancellation()
                .invoke(() -> cancelled++);
        return reads.join(key, () -> upstream, () -> joined++).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
