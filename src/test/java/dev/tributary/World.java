package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** An hour of rows in four APIs, the same for the same seed; it knows what a walk must find. */
final class World {
    static final Instant FROM = Instant.parse("2026-01-10T10:00:00Z");
    static final Instant TO = FROM.plus(Duration.ofHours(1));

    private final Random random;
    private final int mostRows;
    private final Set<String> markers = new TreeSet<>();
    private final Map<Identity, List<Row>> rows = new HashMap<>();
    private final Order order;
    private int ids;

    /** @param mostRows of each source, inside the hour; as many again may lie around it */
    World(long seed, int mostRows) {
        this.random = new Random(seed);
        this.mostRows = mostRows;
        this.order = random.nextBoolean() ? new Order.NewestFirst() : new Order.OldestFirst();
        times().forEach(time -> add(images(), Row.imageLog(time).with("event_id", marker("i", time))));
        times().forEach(time -> add(cluster(), Row.clusterEvent(time).with("event_name", marker("c", time))));
        times().forEach(this::addToRegistry);
        times().forEach(this::addToDatabase);
    }

    /** What identifies each row within the hour. */
    Set<String> markers() {
        return markers;
    }

    void playedBy(Simulator simulator) {
        Readings readings = Readings.usual().in(order);
        List<Identity> all = new ArrayList<>(List.of(images(), cluster(), database()));
        List.of(Operation.values()).forEach(operation -> all.add(list(operation)));
        all.forEach(
                identity -> simulator.plays(identity, Population.of(rows.getOrDefault(identity, List.of())), readings));
    }

    /** Of the image log: more of them than buffers on the way to a client can hold. */
    static Population manyLogs() {
        String content = "a long story, ".repeat(150);
        return Population.computed(
                4_000,
                number -> Row.imageLog(FROM.plusMillis(800L * number))
                        .with("event_id", "i" + number)
                        .with("content", content));
    }

    static Identity images() {
        return new Identity.ImageLog(Platform.PROJECT);
    }

    static Identity cluster() {
        return new Identity.ClusterEvent(Platform.PROJECT, Platform.CLUSTER);
    }

    static Identity list(Operation operation) {
        return new Identity.RegistryAudit(Platform.PROJECT, Platform.REGISTRY, operation);
    }

    static Identity database() {
        return new Identity.DatabaseAudit(Platform.PROJECT, Platform.DATABASE);
    }

    private void add(Identity identity, Row row) {
        rows.computeIfAbsent(identity, any -> new ArrayList<>()).add(row);
    }

    private void addToRegistry(Instant time) {
        Operation operation = List.of(Operation.values()).get(random.nextInt(3));
        String marker = marker("", time);
        add(list(operation), Row.registryAudit(Long.parseLong(marker), time).with("operation", operation.wire()));
    }

    private void addToDatabase(Instant time) {
        Instant end = time.truncatedTo(ChronoUnit.SECONDS);
        Instant begin = end.minusSeconds(random.nextInt(7_200));
        add(database(), Row.databaseAudit(begin, end).with("id", marker("d", end)));
    }

    private String marker(String kind, Instant time) {
        String marker = kind + ++ids;
        if (!time.isBefore(FROM) && time.isBefore(TO)) {
            markers.add(marker);
        }
        return marker;
    }

    /** Few or many, spread out or in bursts, often at the same millisecond, some outside the hour. */
    private List<Instant> times() {
        int count = (int) (random.nextDouble() * random.nextInt(mostRows + 1));
        List<Instant> times = new ArrayList<>();
        while (times.size() < count) {
            Instant time = FROM.minusSeconds(600).plusMillis(random.nextInt(4_800_000));
            int twins = random.nextInt(10) == 0 ? 1 + random.nextInt(12) : 1;
            int spread = random.nextInt(5) == 0 ? 50 : 1;
            for (int twin = 0; twin < twins; twin++) {
                times.add(time.plusMillis(random.nextInt(spread)));
            }
        }
        return times;
    }
}
