package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tributary.page.enabled=false}. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(ShortWaits.class)
class PageSwitchedOffTest extends FrontDoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/page/main.js", "/_static/lit-html/3.3.3/lit-html.js"})
    void thereIsNothingAtItsAddresses(String path) {
        Api.Reply answer = api.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("type").asText()).isEqualTo("/problems/not-found");
    }
}
