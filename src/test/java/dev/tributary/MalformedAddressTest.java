package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.RawHttp.Answer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are no URIs, as a script sends them that escapes nothing, or half of it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class MalformedAddressTest extends FrontDoorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/events?from=%zz from",
                "/events?limit=5&q=100% q",
                "/events?q=%4 q",
                "/events?source=images&q={a} q",
                "/events?cursor=a|b cursor",
                "/events?limit=5&q=a#b# q",
                "/events?%66rom=%zz from",
                "/events?% %",
                "/events?%zz=1 %zz",
                "/sources?x=%zz x"
            })
    void parameterThatCannotBeReadIsNamed(String target, String parameter) {
        JsonNode problem = problem(target);

        assertThat(problem.path("type").asText()).isEqualTo("/problems/invalid-parameters");
        assertThat(problem.path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("parameter").asText()).isEqualTo(parameter));
    }

    @Test
    void everyParameterThatCannotBeReadIsNamed() {
        assertThat(problem("/events?from=%zz&limit=5&to=%").path("errors"))
                .extracting(error -> error.path("parameter").asText())
                .containsExactly("from", "to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/events%", "/events/%4?limit=5", "/{a}", "/events#%"})
    void addressWhosePathCannotBeReadIsABadRequest(String target) {
        assertThat(problem(target).path("type").asText()).isEqualTo("/problems/bad-request");
    }

    private JsonNode problem(String target) {
        Answer answer = RawHttp.get(url, target);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        return Api.json(answer.body());
    }
}
