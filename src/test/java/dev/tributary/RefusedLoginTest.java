package dev.tributary;

import static dev.tributary.simulator.api.Api.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A wrong password: every source says so, however often it is asked, and none of them counts as broken. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(RefusedLoginTest.WithWrongPassword.class)
class RefusedLoginTest extends FrontDoorTest {
    private static final String WRONG_PASSWORD = "WrongPassword";

    public static class WithWrongPassword extends AccountProfile {
        public WithWrongPassword() {
            super(userWith(WRONG_PASSWORD));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("tributary.breaker.window", "1"); // one failure that counts would open the circuit
            return overrides;
        }
    }

    @BeforeEach
    void play() {
        new World(1, 50).playedBy(simulator);
    }

    @RepeatedTest(2)
    void everySourceFailsForItsLoginWithoutBeingAsked() {
        Api.Reply problem = events();

        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.json().path("sources"))
                .hasSize(4)
                .allSatisfy(
                        source -> assertThat(source.at("/error/type").asText()).isEqualTo("auth"));
        assertThat(simulator.requests().all()).allMatch(request -> request.api() == LOGIN);
    }

    @Test
    void noLoginIsTriedAgainWhileTheRefusedOneRests() {
        events();
        simulator.requests().clear();
        events();

        assertThat(simulator.requests().all()).isEmpty();
        assertThat(api.get("/sources").json().path("sources"))
                .hasSize(4)
                .allSatisfy(
                        source -> assertThat(source.path("credentialRestsUntil").isTextual())
                                .isTrue());
    }

    @RepeatedTest(2)
    void noCircuitOpens() {
        events();

        JsonNode sources = api.get("/sources").json().path("sources");
        assertThat(sources)
                .hasSize(4)
                .allSatisfy(
                        source -> assertThat(source.path("circuit").asText()).isEqualTo("closed"));
    }

    @Test
    void noAnswerTellsThePassword() {
        assertThat(events().http().body()).doesNotContain(WRONG_PASSWORD);
        assertThat(api.get("/sources").http().body()).doesNotContain(WRONG_PASSWORD);
    }

    private Api.Reply events() {
        return api.get("/events?from=" + World.FROM + "&to=" + World.TO);
    }
}
