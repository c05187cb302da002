package dev.tributary;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class DatabaseAuditContractTest extends EventSourceContract {
    DatabaseAuditContractTest() {
        super("orders-db", Api.DATABASE_AUDIT);
    }

    @Override
    void play(List<Instant> times) {
        simulator.plays(
                World.database(),
                Population.of(numbered(
                        times,
                        (id, time) ->
                                Row.databaseAudit(time.minusSeconds(600), time).with("id", "f" + id))));
    }
}
