package dev.tributary.bench;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.api.Programme;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongFunction;

/**
 * What one project's four sources tell: rows at equal distances over a span, computed when they are asked for.
 *
 * @param project its id
 * @param rows of the image log, the cluster, each of the registry's three lists, and the database
 */
record World(String project, Instant from, Duration length, int images, int cluster, int registry, int files) {

    /** An hour of which every list has twenty rows. */
    static World ofTwenty(int project) {
        return new World(project(project), Instant.parse("2026-01-10T10:00:00Z"), Duration.ofHours(1), 20, 20, 20, 20);
    }

    /** Four days: half of the events are of the image log, two fifths of the cluster, a hundredth of the database. */
    static World of(int project, int events) {
        int part = events / 100;
        Instant from = Instant.parse("2026-01-10T00:00:00Z");
        return new World(project(project), from, Duration.ofDays(4), 50 * part, 40 * part, 3 * part, part);
    }

    private static String project(int number) {
        return "%032x".formatted(number);
    }

    int events() {
        return images + cluster + 3 * registry + files;
    }

    /** How many full pages its events are: of 200 rows in the first two lists, of 100 in the others. */
    double pages() {
        return (images + cluster) / 200.0 + (3 * registry + files) / 100.0;
    }

    /** The query for all of it. */
    String path() {
        return "/events?from=" + from + "&to=" + to();
    }

    Instant to() {
        return from.plus(length);
    }

    void playedBy(Programme programme) {
        play(programme, new Identity.ImageLog(project), images, this::imageLog);
        play(programme, new Identity.ClusterEvent(project, Platform.CLUSTER), cluster, this::clusterEvent);
        for (Operation operation : Operation.values()) {
            Identity list = new Identity.RegistryAudit(project, Platform.REGISTRY, operation);
            play(programme, list, registry, number -> registry(number, operation));
        }
        play(programme, new Identity.DatabaseAudit(project, Platform.DATABASE), files, this::file);
    }

    private static void play(Programme programme, Identity identity, int rows, LongFunction<Row> row) {
        programme.plays(identity, Population.computed(rows, row), Readings.usual());
    }

    private Instant time(long number, int rows) {
        return from.plusMillis(length.toMillis() * number / rows);
    }

    private Row imageLog(long number) {
        return Row.imageLog(time(number, images))
                .with("event_id", "number-" + number)
                .with("event_name", "start")
                .with("event_type", "container")
                .with("source_ip", "192.168.0.3")
                .with("user_name", "root")
                .with("resource_type", "container")
                .with("resource_name", "k8s_cart_cart-2a245e3ec6-2f6ea_shop")
                .with("content", "successfully started container k8s_cart_cart-2a245e3ec6-2f6ea_shop");
    }

    private Row clusterEvent(long number) {
        return Row.clusterEvent(time(number, cluster))
                .with("event_name", "number-" + number)
                .with("event_type", "Normal")
                .with("cluster_id", Platform.CLUSTER)
                .with("cluster_name", "production")
                .with("cluster_type", "cce")
                .with("namespace", "shop")
                .with("resource_type", "Pod")
                .with("resource_name", "cart-2a245e3ec6-2f6ea")
                .with("reason", "Started container cart");
    }

    private Row registry(long number, Operation operation) {
        return Row.registryAudit(number, time(number, registry))
                .with("operation", operation.wire())
                .with("resource_type", "repository")
                .with("resource", "shop/cart:number-" + number)
                .with("username", "robot$deployer");
    }

    private Row file(long number) {
        Instant end = time(number, files);
        return Row.databaseAudit(end.minusSeconds(60), end)
                .with("id", "number-" + number)
                .with("name", "audit.log." + number)
                .with("size", 20_480);
    }
}
