package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the answer is one: of what was meant, or a problem that names the parameter. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class HostileInputTest extends FrontDoorTest {
    private static final int INPUTS = 100;

    static LongStream seeds() {
        return Seeds.of(50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void noInputBreaksTheService(long seed) {
        new World(seed, 40).playedBy(simulator);
        BadInputs inputs = new BadInputs(seed, cursors());
        for (int i = 0; i < INPUTS; i++) {
            String input = inputs.next();
            assertThat(RawHttp.get(url, input)).as(input).satisfies(reply -> {
                assertThat(reply.status()).isIn(200, 400, 406, 414);
                if (reply.status() == 400) {
                    assertThat(reply.header("Content-Type")).hasValue("application/problem+json");
                    assertThat(Api.json(reply.body()).path("errors"))
                            .isNotEmpty()
                            .allSatisfy(
                                    error -> assertThat(error.path("parameter").isTextual())
                                            .isTrue());
                }
            });
        }
    }

    private List<String> cursors() {
        return Stream.of("asc", "desc").map(this::cursor).toList();
    }

    private String cursor(String order) {
        Reply page = api.get("/events?limit=1&order=" + order + "&from=" + World.FROM + "&to=" + World.TO);
        JsonNode next = page.json().path("next");
        return next.asText().substring("/events?cursor=".length());
    }
}
