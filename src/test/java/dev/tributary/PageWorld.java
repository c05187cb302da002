package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Instant;
import java.util.List;

/** An hour of 600 events as people look at them: four sources, some names, a few warnings. */
final class PageWorld {
    static final int IMAGES = 360;
    static final int CLUSTER = 180;
    static final int REGISTRY = 60;
    static final int EVENTS = IMAGES + CLUSTER + REGISTRY + 2;

    private PageWorld() {}

    static void playedBy(Simulator simulator) {
        isQuiet(simulator);
        simulator.plays(World.images(), Population.computed(IMAGES, i -> imageLog(World.FROM.plusSeconds(10 * i), i)));
        simulator.plays(World.cluster(), Population.computed(CLUSTER, i -> clusterEvent(i)));
        simulator.plays(World.list(Operation.PULL), Population.computed(REGISTRY, i -> pull(i)));
        simulator.plays(
                World.database(),
                Population.of(file(World.FROM.plusSeconds(1_000)), file(World.FROM.plusSeconds(3_000))));
    }

    /** Every source answers, and nothing has happened. */
    static void isQuiet(Simulator simulator) {
        List.of(World.images(), World.cluster(), World.database())
                .forEach(list -> simulator.plays(list, Population.empty()));
        List.of(Operation.values()).forEach(operation -> simulator.plays(World.list(operation), Population.empty()));
    }

    /** @param number tells it from all others */
    static Row imageLog(Instant time, long number) {
        return Row.imageLog(time)
                .with("event_id", "i" + number)
                .with("event_name", number % 3 == 0 ? "Start" : "Die")
                .with("event_type", "container")
                .with("user_name", number % 10 == 0 ? "ada" : "root")
                .with("resource_type", "container")
                .with("resource_name", "cart-" + number % 5)
                .with("content", "container cart-" + number % 5 + " number " + number);
    }

    private static Row clusterEvent(long number) {
        return Row.clusterEvent(World.FROM.plusSeconds(20 * number + 5))
                .with("event_name", "c" + number)
                .with("event_type", number % 9 == 0 ? "Warning" : "Normal")
                .with("namespace", number % 2 == 0 ? "shop" : "payments")
                .with("resource_type", "Pod")
                .with("resource_name", "pod-" + number % 7)
                .with("reason", "Started container");
    }

    private static Row pull(long number) {
        return Row.registryAudit(number, World.FROM.plusSeconds(60 * number + 30))
                .with("operation", "pull")
                .with("resource_type", "artifact")
                .with("resource", "shop/cart:1." + number % 4)
                .with("username", "robot$ci");
    }

    private static Row file(Instant end) {
        return Row.databaseAudit(end.minusSeconds(600), end)
                .with("id", "f" + end.getEpochSecond())
                .with("name", "audit.log")
                .with("size", 20_480);
    }
}
