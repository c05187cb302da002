package dev.tributary.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A pool of a hundred bytes; each query runs until the test ends it. */
class BufferPoolTest {
    private static final long CAPACITY = 100;

    private final BufferPool pool = new BufferPool(CAPACITY, new InTurn());
    private final List<PlayedQuery> begun = new ArrayList<>();

    @Test
    void queriesThatFitTogetherRunTogether() {
        PlayedQuery a = ask(60);
        PlayedQuery b = ask(40);
        assertThat(begun).containsExactly(a, b);
        assertThat(pool.left()).isZero();
    }

    @Test
    void whatDoesNotFitWaitsUntilEnoughIsGivenBack() {
        PlayedQuery a = ask(60);
        PlayedQuery b = ask(41);
        assertThat(begun).containsExactly(a);
        a.end();
        assertThat(begun).containsExactly(a, b);
    }

    /** Else a large query would wait as long as small ones come. */
    @Test
    void aSmallQueryDoesNotOvertakeALargeOne() {
        PlayedQuery a = ask(60);
        PlayedQuery large = ask(75);
        PlayedQuery small = ask(1);
        a.end();
        assertThat(begun).containsExactly(a, large, small);
    }

    @Test
    void whoGoesAwayWhileWaitingLeavesNoTrace() {
        PlayedQuery a = ask(60);
        PlayedQuery b = ask(75);
        PlayedQuery c = ask(10);
        b.cancel();
        assertThat(begun).containsExactly(a, c);
        a.end();
        c.end();
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    @Test
    void whoWaitsTooLongGetsNothingAndLetsTheNextOneIn() {
        ask(60);
        List<String> others = new CopyOnWriteArrayList<>();
        tellsWhatItGot(others, 75, Duration.ofMillis(1));
        tellsWhatItGot(others, 10, PlayedQuery.LONG);
        await().until(() -> others.containsAll(List.of("75 refused", "10 let in")));
    }

    private void tellsWhatItGot(List<String> told, long pages, Duration wait) {
        pool.holding(pages, 0, wait, part -> Uni.createFrom().item(part.isPresent()))
                .subscribe()
                .with(isIn -> told.add(pages + (isIn ? " let in" : " refused")));
    }

    /** It may hold locks, and has an end of its own to come to. */
    @Test
    void whoGivesRoomDoesNotRunTheNextQueryItself() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        BufferPool lazy = new BufferPool(CAPACITY, tasks::add);
        PlayedQuery a = new PlayedQuery(lazy, begun, 60, 0);
        PlayedQuery b = new PlayedQuery(lazy, begun, 60, 0);
        a.end();
        assertThat(begun).containsExactly(a);
        tasks.remove().run();
        assertThat(begun).containsExactly(a, b);
    }

    @Test
    void whoNeverBeginsAlthoughThereIsRoomKeepsNobodyElseOut() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        BufferPool lazy = new BufferPool(CAPACITY, tasks::add);
        PlayedQuery a = new PlayedQuery(lazy, begun, 60, 0);
        PlayedQuery lost = new PlayedQuery(lazy, begun, 50, 0);
        PlayedQuery c = new PlayedQuery(lazy, begun, 50, 0);
        a.end();
        tasks.removeLast().run();
        assertThat(begun).containsExactly(a, c);
        lost.cancel();
        c.end();
        assertThat(lazy.left()).isEqualTo(CAPACITY);
    }

    @Test
    void aQueryThatFailsGivesAllBack() {
        pool.holding(60, 0, PlayedQuery.LONG, part -> {
                    part.orElseThrow().arrived(90);
                    throw new IllegalStateException("no query");
                })
                .subscribe()
                .with(item -> {}, failure -> {});
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    @Test
    void whatTheEmptyPoolCannotHoldReadsSmallerPages() {
        PlayedQuery large = ask(170, 20);
        assertThat(large.part().rowsOfPage(200)).isEqualTo(50); // a quarter: 42 bytes, and 20 beside them
        assertThat(pool.left()).isEqualTo(CAPACITY - 62);
    }

    @Test
    void whatDoesNotFitEvenInTheSmallestPagesLeavesAQuarterToOthers() {
        PlayedQuery huge = ask(1_000_000, 20);
        assertThat(huge.part().rowsOfPage(200)).isEqualTo(12);
        assertThat(huge.part().rowsOfPage(1)).isEqualTo(1);
        assertThat(pool.left()).isEqualTo(25);
    }

    @Test
    void whatIsHeldTillTheEndReservesHalfAtMost() {
        PlayedQuery manyEvents = ask(25, 1_000_000);
        assertThat(manyEvents.part().rowsOfPage(200)).isEqualTo(200);
        assertThat(pool.left()).isEqualTo(25);
    }

    /** Else what arrives would take the place of the events that are held till the end. */
    @Test
    void whatArrivesHasTheRoomOfThePagesOnly() {
        PlayedQuery a = ask(30, 20);
        a.part().arrived(30);
        assertThat(pool.left()).isEqualTo(50);
        a.part().arrived(10);
        assertThat(pool.left()).isEqualTo(40);
    }

    @Test
    void readingAheadTakesOnlyWhatIsLeft() {
        PlayedQuery a = ask(60);
        assertThat(a.part().tryTake(41)).isFalse();
        assertThat(a.part().tryTake(40)).isTrue();
        assertThat(pool.left()).isZero();
    }

    /** Else those that run could keep the others out for ever. */
    @Test
    void nobodyReadsAheadWhileAQueryWaits() {
        PlayedQuery a = ask(60);
        PlayedQuery b = ask(75);
        assertThat(a.part().tryTake(1)).isFalse();
        b.cancel();
        assertThat(a.part().tryTake(1)).isTrue();
    }

    @Test
    void whatAQueryMustKeepItTakesBeforeThoseWhoWait() {
        PlayedQuery a = ask(60);
        ask(75);
        assertThat(a.part().tryKeep(41)).isFalse();
        assertThat(a.part().tryKeep(40)).isTrue();
        a.part().give(40);
        assertThat(pool.left()).isEqualTo(40);
    }

    @Test
    void whatHasArrivedIsTakenWhateverIsLeftAndKeepsTheOthersOut() {
        PlayedQuery a = ask(60);
        a.part().arrived(160);
        assertThat(pool.left()).isEqualTo(-60);
        PlayedQuery b = ask(10);
        a.part().gone(60);
        assertThat(begun).containsExactly(a);
        a.part().gone(10);
        assertThat(begun).containsExactly(a, b);
    }

    @Test
    void whatArrivesWithinWhatIsReservedTakesNothingMore() {
        PlayedQuery a = ask(60);
        a.part().tryTake(20);
        a.part().arrived(60);
        assertThat(pool.left()).isEqualTo(20);
        a.part().gone(60);
        assertThat(pool.left()).isEqualTo(20);
        a.part().give(20);
        assertThat(pool.left()).isEqualTo(40);
    }

    @Test
    void aQueryThatHasEndedTakesNothing() {
        PlayedQuery a = ask(60);
        a.end();
        assertThat(a.part().tryTake(1)).isFalse();
        a.part().arrived(70);
        a.part().gone(70);
        a.part().give(1);
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    /** Each ends as soon as it is let in: ten thousand such steps on top of each other would be too many. */
    @Test
    void aLongQueueOfQueriesThatEndAtOnceEndsWell() {
        BufferPool real = new BufferPool(CAPACITY);
        PlayedQuery a = new PlayedQuery(real, begun, 60, 0);
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            real.holding(75, 0, PlayedQuery.LONG, part -> Uni.createFrom().item(part))
                    .subscribe()
                    .with(part -> ended.incrementAndGet());
        }
        a.end();
        await().untilAsserted(() -> assertThat(ended).hasValue(10_000));
        await().untilAsserted(() -> assertThat(real.left()).isEqualTo(CAPACITY));
    }

    private PlayedQuery ask(long pages) {
        return ask(pages, 0);
    }

    private PlayedQuery ask(long pages, long others) {
        return new PlayedQuery(pool, begun, pages, others);
    }
}
