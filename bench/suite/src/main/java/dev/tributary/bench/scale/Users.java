package dev.tributary.bench.scale;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Reading;
import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Who asks: users that poll five sources every 30 seconds, and users that export day after day of twenty sources. */
final class Users {
    private static final long EVERY = 30_000_000; // microseconds
    private static final int POLLED = 5;
    private static final int EXPORTED = 20;
    private static final int LIMIT = 100 / Cloud.STANDS_FOR;
    private static final double LOOKS_BACK = 0.1;
    private static final Instant YESTERDAY = VirtualTime.BEGIN.minus(Duration.ofHours(36));

    private final VirtualTime time;
    private final SplittableRandom random;
    private final List<Replica> replicas;
    private final Histogram latencies = new Histogram(3);
    private final List<Query> exports = new ArrayList<>();
    private long polls;
    private long late;

    Users(VirtualTime time, SplittableRandom random, List<Replica> replicas) {
        this.time = time;
        this.random = random;
        this.replicas = replicas;
    }

    void begin(int polling, int exporting) {
        for (int user = 0; user < polling; user++) {
            int group = user % Cloud.GROUPS;
            time.after(random.nextLong(EVERY), () -> poll(group));
        }
        for (int user = 0; user < exporting; user++) {
            int group = user / 2 % Cloud.GROUPS;
            Replica replica = any();
            time.after(random.nextLong(EVERY), () -> export(replica, group, 0));
        }
    }

    /** Most often for the last quarter of an hour, else for an hour of yesterday. What is late is given up. */
    private void poll(int group) {
        time.after(EVERY, () -> poll(group));
        Replica replica = any();
        Window window = random.nextDouble() < LOOKS_BACK ? settled() : newest();
        long begun = time.micros();
        Query query = new Query(
                time,
                random.ints(0, Cloud.SOURCES / Cloud.GROUPS)
                        .distinct()
                        .limit(POLLED)
                        .mapToObj(rank -> replica.read(
                                rank * Cloud.GROUPS + group, window, EventOrder.DESC, LIMIT, Replica.DEADLINE))
                        .toList(),
                LIMIT,
                () -> latencies.recordValue((time.micros() - begun) / 1_000));
        polls++;
        time.after(Replica.DEADLINE.toNanos() / 1_000, () -> giveUp(query));
        query.begin();
    }

    private void giveUp(Query query) {
        if (!query.isDone()) {
            late++;
            query.close();
            latencies.recordValue(Replica.DEADLINE.toMillis());
        }
    }

    private Window newest() {
        Instant now = time.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Window(now.minus(Duration.ofMinutes(15)), now);
    }

    private Window settled() {
        Instant hour = YESTERDAY.plus(Duration.ofHours(random.nextInt(24)));
        return new Window(hour, hour.plus(Duration.ofHours(1)));
    }

    /** Both of a group export the same: the second may find what the first has read. */
    private void export(Replica replica, int group, int daysBack) {
        Instant from = YESTERDAY.minus(Duration.ofDays(daysBack));
        Window day = new Window(from, from.plus(Duration.ofDays(1)));
        List<Reading> readings = IntStream.range(0, EXPORTED)
                .mapToObj(rank -> replica.read(
                        rank * Cloud.GROUPS + group, day, EventOrder.ASC, Integer.MAX_VALUE, Duration.ofHours(1)))
                .toList();
        Query query = new Query(time, readings, Integer.MAX_VALUE, () -> export(replica, group, daysBack + 1));
        exports.add(query);
        query.begin();
    }

    private Replica any() {
        return replicas.get(random.nextInt(replicas.size()));
    }

    /** Milliseconds. */
    long latency(double percentile) {
        return latencies.lowestEquivalentValue(latencies.getValueAtPercentile(percentile));
    }

    /** A part of the polls. */
    double late() {
        return (double) late / polls;
    }

    /** Rows. */
    long exported() {
        return Cloud.STANDS_FOR * exports.stream().mapToLong(Query::rows).sum();
    }
}
