package dev.tributary;

import static dev.tributary.simulator.api.Api.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.SeenRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account with a token as it is: it is sent while it is good, and nothing is tried with one that is not. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(TokenTest.WithToken.class)
class TokenTest extends FrontDoorTest {
    public static class WithToken extends AccountProfile {
        public WithToken() {
            super(Map.of("token", SimulatorResource.TOKEN));
        }
    }

    @BeforeEach
    void play() {
        new World(1, 50).playedBy(simulator);
    }

    // One test, because a token that is revoked stays so.
    @Test
    void theTokenIsSentUntilItIsRefusedAndThenNoCallIsRepeated() {
        assertThat(events().json().path("complete").asBoolean()).isTrue();
        assertThat(simulator.requests().all()).isNotEmpty().allSatisfy(TokenTest::carriesTheTokenOnly);

        simulator.tokens().revokeAll();
        simulator.reset();
        play();
        Api.Reply problem = events();

        assertThat(problem.status()).isEqualTo(502);
        assertThat(problem.json().path("sources"))
                .hasSize(4)
                .allSatisfy(
                        source -> assertThat(source.at("/error/type").asText()).isEqualTo("auth"));
        assertThat(problem.http().body()).doesNotContain(SimulatorResource.TOKEN);
        assertThat(simulator.requests().all())
                .hasSizeBetween(2, 6) // lists: the registry has three; those behind two refusals do not go out
                .allSatisfy(TokenTest::carriesTheTokenOnly)
                .extracting(SeenRequest::identity)
                .doesNotHaveDuplicates();
    }

    private static void carriesTheTokenOnly(SeenRequest call) {
        assertThat(call.api()).isNotEqualTo(LOGIN);
        assertThat(call.wire().header("X-Auth-Token")).contains(SimulatorResource.TOKEN);
        assertThat(call.wire().header("Authorization")).isEmpty();
    }

    private Api.Reply events() {
        return api.get("/events?from=" + World.FROM + "&to=" + World.TO);
    }
}
