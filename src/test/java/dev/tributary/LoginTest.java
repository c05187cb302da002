package dev.tributary;

import static dev.tributary.simulator.api.Api.LOGIN;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.SeenRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account with a password: one login serves all its sources, until the token is refused. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(LoginTest.WithPassword.class)
class LoginTest extends FrontDoorTest {
    public static class WithPassword extends AccountProfile {
        public WithPassword() {
            super(userWith(SimulatorResource.USER.password()));
        }
    }

    @BeforeEach
    void revokeWhatAnotherTestLeft() {
        simulator.tokens().revokeAll();
        forgetWhatWasSeen();
    }

    private void forgetWhatWasSeen() {
        simulator.reset();
        new World(1, 50).playedBy(simulator);
    }

    @Test
    void allCallsOfAllSourcesShareOneLogin() {
        readCompletely();
        readCompletely();

        assertThat(simulator.requests().of(LOGIN)).hasSize(1);
        assertThat(calls().filter(call -> call.status() == 200)
                        .map(LoginTest::token)
                        .distinct())
                .hasSize(1)
                .allSatisfy(token -> assertThat(token).isPresent());
    }

    @Test
    void aTokenIsSentInsteadOfASignature() {
        readCompletely();

        assertThat(calls()).isNotEmpty().allSatisfy(call -> {
            assertThat(token(call)).isPresent();
            assertThat(call.wire().header("Authorization")).isEmpty();
        });
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndEachRefusedCallRepeatedOnce() {
        readCompletely();
        simulator.tokens().revokeAll();
        forgetWhatWasSeen();

        readCompletely();

        assertThat(simulator.requests().of(LOGIN)).hasSize(1);
        assertThat(calls().filter(call -> call.status() == 401)).isNotEmpty();
        assertThat(calls().collect(groupingBy(call -> call.wire().uri())).values())
                .allSatisfy(LoginTest::isRefusedAtMostOnceAndThenAnswered);
    }

    private static void isRefusedAtMostOnceAndThenAnswered(List<SeenRequest> calls) {
        assertThat(calls).filteredOn(call -> call.status() == 401).hasSizeLessThanOrEqualTo(1);
        assertThat(calls.get(calls.size() - 1).status()).isEqualTo(200);
    }

    private void readCompletely() {
        Api.Reply answer = api.get("/events?from=" + World.FROM + "&to=" + World.TO);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
    }

    private Stream<SeenRequest> calls() {
        return simulator.requests().all().stream().filter(request -> request.api() != LOGIN);
    }

    private static Optional<String> token(SeenRequest call) {
        return call.wire().header("X-Auth-Token");
    }
}
