package dev.tributary;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class RegistryAuditContractTest extends EventSourceContract {
    RegistryAuditContractTest() {
        super("registry", Api.REGISTRY_AUDIT);
    }

    @Override
    void play(List<Instant> times) {
        List<Row> rows = numbered(times, (id, time) -> Row.registryAudit(id, time));
        for (Operation operation : Operation.values()) {
            simulator.plays(
                    World.list(operation),
                    Population.of(
                            rows.stream().filter(row -> isOf(operation, row)).toList()));
        }
    }

    /** Every row in one of the three lists. */
    private static boolean isOf(Operation operation, Row row) {
        long id = Long.parseLong(String.valueOf(row.fields().get("id")));
        return List.of(Operation.values()).get((int) (id % 3)) == operation;
    }
}
