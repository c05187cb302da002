package dev.tributary.source;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** A query that waits as long as it must, and then runs until the test ends it. */
final class PlayedQuery {
    static final Duration LONG = Duration.ofMinutes(10);

    private final List<PlayedQuery> begun;
    private final long others;
    private final long pages;
    private final Cancellable query;
    private Optional<Reservation> part = Optional.empty();
    private Optional<UniEmitter<? super String>> running = Optional.empty();
    private long ahead;
    private long arrived;
    private boolean hasEnded;
    private boolean wasCancelled;

    /**
     * @param pool of a hundred bytes
     * @param begun gets this query when it begins
     */
    PlayedQuery(BufferPool pool, List<PlayedQuery> begun, long pages, long others) {
        this.begun = begun;
        this.others = Math.min(50, others);
        this.pages = largestThatFit(pages, 75 - this.others);
        this.query = pool.holding(pages, others, LONG, this::begins).subscribe().with(item -> {}, failure -> {});
    }

    /** Told from outside. */
    private static long largestThatFit(long whole, long rest) {
        return LongStream.of(1, 2, 4, 8, 16)
                .map(divisor -> whole / divisor)
                .filter(bytes -> bytes <= rest)
                .findFirst()
                .orElse(rest);
    }

    private Uni<String> begins(Optional<Reservation> given) {
        part = given;
        begun.add(this);
        return Uni.createFrom().emitter(emitter -> running = Optional.of(emitter));
    }

    /** @return bytes that may have been taken although they were not left */
    long acts(Random random) {
        int bytes = random.nextInt(40);
        if (random.nextInt(10) == 0) {
            cancel();
        } else if (isRunning()) {
            acts(random, bytes);
            return bytes;
        }
        return 0;
    }

    private void acts(Random random, int bytes) {
        switch (random.nextInt(6)) {
            case 0 -> ahead += part().tryTake(bytes) ? bytes : 0;
            case 1 -> ahead += part().tryKeep(bytes) ? bytes : 0;
            case 2 -> givesBack(Math.min(ahead, bytes));
            case 3 -> drops(Math.min(arrived, bytes));
            case 4 -> reads(bytes);
            default -> end();
        }
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

    boolean hasEnded() {
        return hasEnded;
    }

    boolean wasCancelled() {
        return wasCancelled;
    }

    boolean isRunning() {
        return hasBegun() && !hasEnded;
    }

    long need() {
        return others + pages;
    }

    long holds() {
        return isRunning() ? others + Math.max(pages, arrived) + ahead : 0;
    }
}
