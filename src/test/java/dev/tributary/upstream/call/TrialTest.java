package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceMeter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A circuit that opened is tried with a call; Quarkus runs, for the guard needs it. */
@QuarkusTest
class TrialTest {
    private final CallStatus status = new CallStatus(Clock.systemUTC());
    private final Circuit circuit = new Circuit(
            "images",
            new CallSettings(Duration.ofSeconds(1), 0, 2, 0.5, Duration.ofMillis(100), 8, 1_000),
            status,
            SourceMeter.NONE);

    @Test
    void aCallThatWasNeverMadeDoesNotCloseIt() {
        opened();
        await().untilAsserted(() -> assertThat(outcome(Uni.createFrom().failure(new BudgetSpentException()), false))
                .isInstanceOf(BudgetSpentException.class)); // its rest is over
        assertThat(status.isClosed()).isFalse();
    }

    @Test
    void oneThatGoesWellDoes() {
        opened();
        await().untilAsserted(() ->
                assertThat(outcome(Uni.createFrom().item("answer"), true)).isEqualTo("answer"));
        assertThat(status.isClosed()).isTrue();
    }

    @Test
    void whileItRestsNoCallGetsAsFarAsToTakeATurn() {
        opened();
        assertThat(outcome(Uni.createFrom().failure(new AssertionError("it took a turn")), false))
                .isInstanceOf(UpstreamException.class);
    }

    /** They had to wait for the trial's outcome, and shall not wait for each other after it. */
    @Test
    void whoeverWaitedForATrialThatWentWellGoesOnBesideTheOthers() {
        opened();
        List<UniEmitter<? super String>> sent = new CopyOnWriteArrayList<>();
        await().until(() -> {
            begin(sent);
            return sent.size() == 1;
        });
        for (int call = 0; call < 3; call++) {
            begin(sent);
        }
        assertThat(sent).hasSize(1);

        sent.get(0).complete("well again");

        await().untilAsserted(() -> assertThat(sent).hasSizeGreaterThanOrEqualTo(4));
    }

    @Test
    void aRestThatEndsAfterTheCircuitHasClosedOpensNothing() {
        opened();
        status.circuitIs(CircuitBreakerState.CLOSED);

        status.circuitHasRested();

        assertThat(status.isClosed()).isTrue();
    }

    private void begin(List<UniEmitter<? super String>> sent) {
        circuit.unlessOpen(() -> circuit.counted(() -> Uni.createFrom().<String>emitter(sent::add)))
                .subscribe()
                .with(answer -> {}, failure -> {});
    }

    private void opened() {
        UpstreamException failure = new UpstreamException(SourceFailure.of(FailureType.UPSTREAM_ERROR, "broken"));
        for (int call = 0; call < 2; call++) {
            assertThat(outcome(Uni.createFrom().failure(failure), true)).isEqualTo(failure);
        }
        assertThat(status.isClosed()).isFalse();
    }

    /** @param isMade whether it gets as far as to be sent */
    private Object outcome(Uni<Object> call, boolean isMade) {
        return circuit.<Object>unlessOpen(() -> isMade ? circuit.counted(() -> call) : call)
                .onFailure()
                .recoverWithItem(failure -> failure)
                .await()
                .indefinitely();
    }
}
