package dev.tributary.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Seeds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool of a hundred bytes; each query runs until the test ends it. */
class BufferPoolTest {
    private static final long CAPACITY = 100;
    private static final Duration LONG = Duration.ofMinutes(10);

    private final BufferPool pool = new BufferPool(CAPACITY);
    private final List<Asking> begun = new ArrayList<>();

    static LongStream seeds() {
        return Seeds.of(200);
    }

    @Test
    void queriesThatFitTogetherRunTogether() {
        Asking a = ask(60);
        Asking b = ask(40);
        assertThat(begun).containsExactly(a, b);
        assertThat(pool.left()).isZero();
    }

    @Test
    void whatDoesNotFitWaitsUntilEnoughIsGivenBack() {
        Asking a = ask(60);
        Asking b = ask(41);
        assertThat(begun).containsExactly(a);
        a.end();
        assertThat(begun).containsExactly(a, b);
    }

    /** Else a large query would wait as long as small ones come. */
    @Test
    void aSmallQueryDoesNotOvertakeALargeOne() {
        Asking a = ask(60);
        Asking large = ask(90);
        Asking small = ask(1);
        a.end();
        assertThat(begun).containsExactly(a, large, small);
    }

    @Test
    void whoGoesAwayWhileWaitingLeavesNoTrace() {
        Asking a = ask(60);
        Asking b = ask(90);
        Asking c = ask(10);
        b.cancel();
        assertThat(begun).containsExactly(a, c);
        a.end();
        c.end();
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    @Test
    void whoWaitsTooLongGetsNothingAndLetsTheNextOneIn() {
        Asking a = ask(60);
        List<Optional<Reservation>> got = new ArrayList<>();
        pool.holding(90, 0, Duration.ofMillis(1), part -> Uni.createFrom().item(part))
                .subscribe()
                .with(got::add);
        Asking c = ask(10);
        await().until(() -> begun.equals(List.of(a, c)));
        await().untilAsserted(() -> assertThat(got).containsExactly(Optional.empty()));
    }

    @Test
    void aQueryThatFailsGivesAllBack() {
        pool.holding(60, 0, LONG, part -> {
                    part.orElseThrow().arrived(90);
                    throw new IllegalStateException("no query");
                })
                .subscribe()
                .with(item -> {}, failure -> {});
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    @Test
    void whatTheEmptyPoolCannotHoldReadsSmallerPages() {
        Asking large = ask(170, 20);
        assertThat(large.part().rowsOfPage(200)).isEqualTo(50); // a quarter: 42 bytes, and 20 beside them
        assertThat(pool.left()).isEqualTo(CAPACITY - 62);
    }

    @Test
    void whatDoesNotFitEvenInTheSmallestPagesRunsAlone() {
        Asking huge = ask(1_000_000, 20);
        assertThat(huge.part().rowsOfPage(200)).isEqualTo(12);
        assertThat(huge.part().rowsOfPage(1)).isEqualTo(1);
        assertThat(pool.left()).isZero();
    }

    @Test
    void readingAheadTakesOnlyWhatIsLeft() {
        Asking a = ask(60);
        assertThat(a.part().tryTake(41)).isFalse();
        assertThat(a.part().tryTake(40)).isTrue();
        assertThat(pool.left()).isZero();
    }

    /** Else those that run could keep the others out for ever. */
    @Test
    void nobodyReadsAheadWhileAQueryWaits() {
        Asking a = ask(60);
        Asking b = ask(90);
        assertThat(a.part().tryTake(1)).isFalse();
        b.cancel();
        assertThat(a.part().tryTake(1)).isTrue();
    }

    @Test
    void whatAQueryMustKeepItTakesBeforeThoseWhoWait() {
        Asking a = ask(60);
        ask(90);
        assertThat(a.part().tryKeep(41)).isFalse();
        assertThat(a.part().tryKeep(40)).isTrue();
        a.part().give(40);
        assertThat(pool.left()).isEqualTo(40);
    }

    @Test
    void whatHasArrivedIsTakenWhateverIsLeftAndKeepsTheOthersOut() {
        Asking a = ask(60);
        a.part().arrived(160);
        assertThat(pool.left()).isEqualTo(-60);
        Asking b = ask(10);
        a.part().gone(60);
        assertThat(begun).containsExactly(a);
        a.part().gone(10);
        assertThat(begun).containsExactly(a, b);
    }

    @Test
    void whatArrivesWithinWhatIsReservedTakesNothingMore() {
        Asking a = ask(60);
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
        Asking a = ask(60);
        a.end();
        assertThat(a.part().tryTake(1)).isFalse();
        a.part().arrived(70);
        a.part().gone(70);
        a.part().give(1);
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    /** Each ends while it is being let in: ten thousand such steps on top of each other would be too many. */
    @Test
    void aLongQueueOfQueriesThatEndAtOnceEndsWell() {
        Asking a = ask(60);
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 10_000; i++) {
            pool.holding(90, 0, LONG, part -> Uni.createFrom().item(part))
                    .subscribe()
                    .with(i2 -> ended.incrementAndGet());
        }
        a.end();
        assertThat(ended).hasValue(10_000);
        assertThat(pool.left()).isEqualTo(CAPACITY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverQueriesDoNoneIsForgottenAndAllIsGivenBack(long seed) {
        Random random = new Random(seed);
        List<Asking> asked = new ArrayList<>();
        List<Asking> living = new ArrayList<>();
        long beyond = 0;
        for (int step = 0; step < 300; step++) {
            if (living.isEmpty() || random.nextInt(4) == 0) {
                Asking next = ask(random.nextInt(150), random.nextInt(30));
                asked.add(next);
                living.add(next);
            } else {
                beyond += living.get(random.nextInt(living.size())).acts(random);
            }
            living.removeIf(asking -> asking.hasEnded);
            assertThat(pool.left()).isBetween(-beyond, CAPACITY);
            assertThat(pool.left())
                    .isEqualTo(
                            CAPACITY - living.stream().mapToLong(Asking::holds).sum());
            assertTheFirstInTheQueueDoesNotFit(living);
        }
        while (!living.isEmpty()) {
            living.stream().filter(Asking::isRunning).findFirst().orElseThrow().end();
            living.removeIf(asking -> asking.hasEnded);
        }
        assertThat(pool.left()).isEqualTo(CAPACITY);
        assertThat(begun)
                .containsExactlyElementsOf(
                        asked.stream().filter(Asking::hasBegun).toList());
        assertThat(asked).allMatch(asking -> asking.hasBegun() || asking.wasCancelled);
    }

    private void assertTheFirstInTheQueueDoesNotFit(List<Asking> living) {
        living.stream()
                .filter(asking -> !asking.hasBegun())
                .findFirst()
                .ifPresent(first -> assertThat(first.need).isGreaterThan(pool.left()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoeverEndsInAnotherThreadAllGetTheirTurnAndAllIsGivenBack(long seed) throws InterruptedException {
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch over = new CountDownLatch(64);
        for (int query = 0; query < 64; query++) {
            long own = random.nextLong();
            threads.execute(() -> run(new Random(own), threads, over));
        }
        assertThat(over.await(1, TimeUnit.MINUTES)).as("all have ended").isTrue();
        // one that was cancelled may still be on its way out
        await().untilAsserted(() -> assertThat(pool.left()).isEqualTo(CAPACITY));
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(pool.tryTake(CAPACITY)).as("nobody waits").isTrue();
    }

    /** One that is cancelled may be so while it waits, while it is let in, or while it runs. */
    private void run(Random random, ExecutorService threads, CountDownLatch over) {
        Cancellable query = pool.holding(random.nextInt(150), random.nextInt(30), LONG, part -> work(random, part))
                .emitOn(threads)
                .onTermination()
                .invoke(over::countDown)
                .subscribe()
                .with(item -> {}, failure -> {});
        if (random.nextInt(3) == 0) {
            query.cancel();
        }
    }

    private static Uni<Boolean> work(Random random, Optional<Reservation> part) {
        Reservation mine = part.orElseThrow();
        return Uni.createFrom().item(() -> {
            for (int step = random.nextInt(20); step > 0; step--) {
                long bytes = random.nextInt(20);
                mine.arrived(bytes);
                if (mine.tryTake(bytes)) {
                    mine.give(bytes);
                }
            }
            return true;
        });
    }

    private Asking ask(long pages) {
        return ask(pages, 0);
    }

    private Asking ask(long pages, long others) {
        return new Asking(pages, others);
    }

    private final class Asking {
        private final long need;
        private final Cancellable query;
        private Optional<Reservation> part = Optional.empty();
        private Optional<UniEmitter<? super String>> running = Optional.empty();
        private long ahead;
        private long arrived;
        private boolean hasEnded;
        private boolean wasCancelled;

        Asking(long pages, long others) {
            need = need(pages, others);
            query = pool.holding(pages, others, LONG, this::begins).subscribe().with(item -> {}, failure -> {});
        }

        private Uni<String> begins(Optional<Reservation> given) {
            part = given;
            begun.add(this);
            return Uni.createFrom().emitter(emitter -> running = Optional.of(emitter));
        }

        /** What it asks for, told from outside: the largest pages that the empty pool can hold. */
        private static long need(long pages, long others) {
            return LongStream.of(1, 2, 4, 8, 16)
                    .map(part -> pages / part + others)
                    .filter(bytes -> bytes <= CAPACITY)
                    .findFirst()
                    .orElse(CAPACITY);
        }

        /** @return bytes that may have been taken although they were not left */
        long acts(Random random) {
            int bytes = random.nextInt(40);
            if (random.nextInt(10) == 0) {
                cancel();
            } else if (isRunning()) {
                return acts(random, bytes);
            }
            return 0;
        }

        private long acts(Random random, int bytes) {
            switch (random.nextInt(5)) {
                case 0 -> ahead += part().tryTake(bytes) ? bytes : 0;
                case 1 -> givesBack(Math.min(ahead, bytes));
                case 2 -> drops(Math.min(arrived, bytes));
                case 3 -> reads(bytes);
                default -> end();
            }
            return bytes;
        }

        private void givesBack(long bytes) {
            ahead -= bytes;
            part().give(bytes);
        }

        private void reads(long bytes) {
            arrived += bytes;
            part().arrived(bytes);
        }

        private void drops(long bytes) {
            arrived -= bytes;
            part().gone(bytes);
        }

        void end() {
            if (isRunning()) {
                hasEnded = true;
                running.orElseThrow().complete("done");
            }
        }

        void cancel() {
            hasEnded = true;
            wasCancelled = true;
            query.cancel();
        }

        Reservation part() {
            return part.orElseThrow();
        }

        boolean hasBegun() {
            return part.isPresent();
        }

        boolean isRunning() {
            return hasBegun() && !hasEnded;
        }

        long holds() {
            return isRunning() ? Math.max(need, arrived) + ahead : 0;
        }
    }
}
