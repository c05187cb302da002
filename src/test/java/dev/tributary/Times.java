package dev.tributary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When things happen: spread out, in bursts, at one millisecond; inside the window and a little around it. */
record Times(Random random, Instant from, Duration length) {

    /**
     * @param most of them, about
     * @param atOnce so many may share a millisecond
     */
    List<Instant> some(int most, int atOnce) {
        int count = (int) (random.nextDouble() * random.nextInt(most + 1));
        return Stream.generate(() -> group(Math.min(count, atOnce)))
                .flatMap(List::stream)
                .limit(count)
                .toList();
    }

    /** That many within two seconds. */
    List<Instant> burst(int count) {
        Instant begin = any();
        return IntStream.range(0, count)
                .mapToObj(number -> begin.plusMillis(random.nextInt(2_000)))
                .toList();
    }

    /** Mostly one alone, now and then some together, seldom very many. */
    private List<Instant> group(int atOnce) {
        int most = random.nextInt(40) == 0 ? atOnce : random.nextInt(10) == 0 ? Math.min(12, atOnce) : 1;
        int spread = random.nextInt(4) == 0 ? 50 : 1;
        Instant time = any();
        return Stream.generate(() -> time.plusMillis(random.nextInt(spread)))
                .limit(1 + random.nextInt(Math.max(1, most)))
                .toList();
    }

    private Instant any() {
        long around = length.toMillis() / 8;
        return from.minusMillis(around).plusMillis(random.nextLong(length.toMillis() + 2 * around));
    }
}
