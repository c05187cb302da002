package dev.tributary;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class ClusterEventContractTest extends EventSourceContract {
    ClusterEventContractTest() {
        super("prod-cluster", Api.CLUSTER_EVENT);
    }

    @Override
    void play(List<Instant> times) {
        simulator.plays(
                World.cluster(),
                Population.of(
                        numbered(times, (id, time) -> Row.clusterEvent(time).with("event_name", "e" + id))));
    }
}
