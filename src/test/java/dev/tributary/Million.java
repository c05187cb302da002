package dev.tributary;

import dev.tributary.event.Cluster;
import dev.tributary.event.EventId;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** So many events in four days, told by all four APIs and computed when they are asked for; each has a number. */
final class Million {
    private static final Instant FROM = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(4));
    private static final Pattern NUMBER = Pattern.compile("number-(\\d+)-");
    /** Of a hundred events, how many each list tells: images, cluster, three of the registry, database. */
    private static final int[] SHARES = {50, 40, 3, 3, 3, 1};

    /** What the vendor documents of each, in the order of its tables. */
    private static final List<String> IMAGE_LOG = List.of(
            "resource_name",
            "resource_type",
            "event_name",
            "event_id",
            "event_type",
            "source_ip",
            "user_name",
            "time",
            "content");

    private static final List<String> CLUSTER_EVENT = List.of(
            "cluster_name",
            "cluster_id",
            "cluster_type",
            "time",
            "namespace",
            "event_name",
            "event_type",
            "resource_type",
            "resource_name",
            "reason");
    private static final List<String> REGISTRY =
            List.of("id", "operation", "resource_type", "resource", "username", "op_time");
    private static final List<String> FILE = List.of("id", "name", "size", "begin_time", "end_time");

    final int size;

    /** @param size a multiple of 100 */
    Million(int size) {
        this.size = size;
    }

    static String path() {
        return "/events?from=" + FROM + "&to=" + TO + "&format=ndjson";
    }

    void playedBy(Simulator simulator) {
        simulator.plays(World.images(), population(0, number -> imageLog(number)));
        simulator.plays(World.cluster(), population(1, number -> clusterEvent(number)));
        simulator.plays(World.list(Operation.PULL), population(2, number -> registry(number, Operation.PULL)));
        simulator.plays(World.list(Operation.DELETE), population(3, number -> registry(number, Operation.DELETE)));
        simulator.plays(World.list(Operation.CREATE), population(4, number -> registry(number, Operation.CREATE)));
        simulator.plays(World.database(), population(5, this::file));
    }

    private Population population(int list, LongFunction<Row> row) {
        int share = SHARES[list];
        int before = 0;
        for (int i = 0; i < list; i++) {
            before += SHARES[i];
        }
        int first = before;
        return Population.computed(
                (long) size / 100 * share, index -> row.apply(index / share * 100 + first + index % share));
    }

    private Instant time(long number) {
        return FROM.plusMillis(Duration.between(FROM, TO).toMillis() / size * number);
    }

    private Row imageLog(long number) {
        return Row.imageLog(time(number))
                .with("event_id", "number-" + number + "-")
                .with("event_name", "start")
                .with("event_type", "container")
                .with("source_ip", "192.168.0.3")
                .with("user_name", "root")
                .with("resource_type", "container")
                .with("resource_name", "k8s_cart_cart-2a245e3ec6-2f6ea_shop")
                .with("content", "successfully started container k8s_cart_cart-2a245e3ec6-2f6ea_shop");
    }

    private Row clusterEvent(long number) {
        return Row.clusterEvent(time(number))
                .with("event_name", "number-" + number + "-")
                .with("event_type", "Normal")
                .with("cluster_id", "b075094b-d21a-499a-9006-624089c94402")
                .with("cluster_name", "production")
                .with("cluster_type", "cce")
                .with("namespace", "shop")
                .with("resource_type", "Pod")
                .with("resource_name", "cart-2a245e3ec6-2f6ea")
                .with("reason", "Started container cart");
    }

    private Row registry(long number, Operation operation) {
        return Row.registryAudit(number, time(number))
                .with("operation", operation.wire())
                .with("resource_type", "repository")
                .with("resource", "shop/cart:number-" + number + "-")
                .with("username", "robot$deployer");
    }

    private Row file(long number) {
        Instant end = time(number);
        return Row.databaseAudit(end.minusSeconds(3_600), end)
                .with("id", "number-" + number + "-")
                .with("name", "audit.log." + number)
                .with("size", 20_480);
    }

    /** Of the first half of each id, overflowing. */
    long sumOfIds() {
        return LongStream.range(0, size).map(this::halfOfId).sum();
    }

    private long halfOfId(long number) {
        int list = 0;
        for (int rest = (int) (number % 100); rest >= SHARES[list]; list++) {
            rest -= SHARES[list];
        }
        return Long.parseUnsignedLong(id(list, number).substring(0, 16), 16);
    }

    private String id(int list, long number) {
        return switch (list) {
            case 0 -> EventId.of(Kind.IMAGE_LOG, scope(null), documented(imageLog(number), IMAGE_LOG));
            case 1 -> EventId.of(Kind.CLUSTER_EVENT, cluster(), documented(clusterEvent(number), CLUSTER_EVENT));
            case 5 -> EventId.of(Kind.DATABASE_AUDIT, scope(Platform.DATABASE), documented(file(number), FILE));
            default -> {
                Row row = registry(
                        number,
                        List.of(Operation.PULL, Operation.DELETE, Operation.CREATE)
                                .get(list - 2));
                yield EventId.of(Kind.REGISTRY_AUDIT, scope(Platform.REGISTRY), documented(row, REGISTRY));
            }
        };
    }

    private static Scope scope(@Nullable String instance) {
        return new Scope("cn-north-4", Platform.PROJECT, instance, null);
    }

    private static Scope cluster() {
        return new Scope("cn-north-4", Platform.PROJECT, null, new Cluster(Platform.CLUSTER, null, null));
    }

    private static List<@Nullable String> documented(Row row, List<String> names) {
        return names.stream()
                .<@Nullable String>map(name -> row.fields().get(name) == null
                        ? null
                        : row.fields().get(name).toString())
                .toList();
    }

    static long number(String line) {
        Matcher found = NUMBER.matcher(line);
        if (!found.find()) {
            throw new AssertionError("an event without its number: " + line);
        }
        return Long.parseLong(found.group(1));
    }
}
