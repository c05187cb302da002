package dev.tributary.simulator;

import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.api.Identity.RegistryAudit;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** registry-audit as CONTRACTS describes it: a list for each operation. */
class RegistryAuditTest {
    private static final String INSTANCE = "11111111-2222-3333-4444-555555555555";

    @RegisterExtension
    final Running running = new Running();

    @BeforeEach
    void pullsAndPushes() {
        plays(Operation.PULL, 12);
        plays(Operation.CREATE, 2);
    }

    @Test
    void eachOperationHasItsOwnRowsAndTotal() {
        assertThat(get("?operation=pull").number("total")).isEqualTo(12);
        assertThat(get("?operation=create").column("audit_logs", "id")).containsExactly("1", "0");
        assertThat(get("?operation=delete").number("total")).isZero();
    }

    @Test
    void pagesHaveTenRowsUnlessSaidOtherwise() {
        assertThat(get("?operation=pull").column("audit_logs", "id"))
                .hasSize(10)
                .startsWith("11");
        assertThat(get("?operation=pull&limit=5&offset=10").column("audit_logs", "id"))
                .containsExactly("1", "0");
    }

    @Test
    void timesAreRfc3339WithMilliseconds() {
        assertThat(get("?operation=create").column("audit_logs", "op_time"))
                .containsExactly("2026-11-21T12:00:00.000Z", "2026-11-21T11:59:59.000Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?operation=",
                "?operation=update",
                "?operation=PULL",
                "?operation=pull&limit=0",
                "?operation=pull&limit=101",
                "?operation=pull&limit=10&offset=5",
                "?operation=pull&offset=-10"
            })
    void aParameterThatWillNotDoIsRefusedAsSwrDoes(String query) {
        Answer answer = get(query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactly("error_code", "error_msg", "encoded_authorization_message");
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        Answer answer = running.caller().get("/v2/" + PROJECT + "/instances/another/audit-logs?operation=pull");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().has("encoded_authorization_message")).isTrue();
    }

    private void plays(Operation operation, int rows) {
        running.simulator()
                .plays(
                        new RegistryAudit(PROJECT, INSTANCE, operation),
                        Population.computed(
                                rows, index -> Row.registryAudit(index, NOON.minusSeconds(rows - 1 - index))));
    }

    private Answer get(String query) {
        return running.caller().get("/v2/" + PROJECT + "/instances/" + INSTANCE + "/audit-logs" + query);
    }
}
