package dev.tributary.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Seeds;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many queries that come and go as they like, over a pool of a hundred bytes. */
class BufferPoolRunsTest {
    private static final long CAPACITY = 100;

    static LongStream seeds() {
        return Seeds.of(200);
    }

    /** Threads take their time. */
    static LongStream fewerSeeds() {
        return Seeds.of(80);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverQueriesDoNoneIsForgottenAndAllIsGivenBack(long seed) {
        Random random = new Random(seed);
        BufferPool pool = new BufferPool(CAPACITY, new InTurn());
        List<PlayedQuery> begun = new ArrayList<>();
        List<PlayedQuery> asked = new ArrayList<>();
        List<PlayedQuery> living = new ArrayList<>();
        long beyond = 0;
        for (int step = 0; step < 300; step++) {
            if (living.isEmpty() || random.nextInt(4) == 0) {
                PlayedQuery next = new PlayedQuery(pool, begun, random.nextInt(200), random.nextInt(80));
                asked.add(next);
                living.add(next);
            } else {
                beyond += living.get(random.nextInt(living.size())).acts(random);
            }
            living.removeIf(query -> query.hasEnded());
            assertThat(pool.left()).isBetween(-beyond, CAPACITY);
            assertThat(pool.left())
                    .isEqualTo(CAPACITY
                            - living.stream().mapToLong(PlayedQuery::holds).sum());
            assertTheFirstInTheQueueDoesNotFit(living, pool);
        }
        while (!living.isEmpty()) {
            living.stream()
                    .filter(PlayedQuery::isRunning)
                    .findFirst()
                    .orElseThrow()
                    .end();
            living.removeIf(query -> query.hasEnded());
        }
        assertThat(pool.left()).isEqualTo(CAPACITY);
        assertThat(begun)
                .containsExactlyElementsOf(
                        asked.stream().filter(PlayedQuery::hasBegun).toList());
        assertThat(asked).allMatch(query -> query.hasBegun() || query.wasCancelled());
    }

    private static void assertTheFirstInTheQueueDoesNotFit(List<PlayedQuery> living, BufferPool pool) {
        living.stream()
                .filter(query -> !query.hasBegun())
                .findFirst()
                .ifPresent(first -> assertThat(first.need()).isGreaterThan(pool.left()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewerSeeds")
    void whoeverEndsInAnotherThreadAllGetTheirTurnAndAllIsGivenBack(long seed) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            runInOtherThreads(new Random(seed), threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void runInOtherThreads(Random random, ExecutorService threads) throws InterruptedException {
        BufferPool pool = new BufferPool(CAPACITY, threads);
        CountDownLatch over = new CountDownLatch(64);
        for (int query = 0; query < 64; query++) {
            long own = random.nextLong();
            threads.execute(() -> run(new Random(own), pool, threads, over));
        }
        assertThat(over.await(1, TimeUnit.MINUTES)).as("all have ended").isTrue();
        // one that was cancelled may still be on its way out
        await().untilAsserted(() -> assertThat(pool.left()).isEqualTo(CAPACITY));
        assertThat(pool.tryTake(CAPACITY)).as("nobody waits").isTrue();
    }

    /** One that is cancelled, or whose time is over, may be so while it waits, while it is let in, or while it runs. */
    private static void run(Random random, BufferPool pool, ExecutorService threads, CountDownLatch over) {
        Duration wait = random.nextInt(3) == 0 ? Duration.ofMillis(1) : PlayedQuery.LONG;
        Cancellable query = pool.holding(
                        random.nextInt(200), random.nextInt(80), wait, part -> work(random.nextLong(), part))
                .emitOn(threads)
                .onTermination()
                .invoke(over::countDown)
                .subscribe()
                .with(item -> {}, failure -> {});
        if (random.nextInt(3) == 0) {
            query.cancel();
        }
    }

    private static Uni<Boolean> work(long seed, Optional<Reservation> part) {
        return Uni.createFrom().item(() -> {
            part.ifPresent(mine -> work(new Random(seed), mine));
            return true;
        });
    }

    private static void work(Random random, Reservation mine) {
        for (int step = random.nextInt(20); step > 0; step--) {
            long bytes = random.nextInt(20);
            mine.arrived(bytes);
            if (mine.tryTake(bytes)) {
                mine.give(bytes);
            }
        }
    }
}
