package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where callers are known by their tokens, the page asks for one, and keeps it to itself. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallersProfile.class)
class PageCallersTest extends PageTest {

    @Test
    void theTokenStaysInMemoryAndOutOfEveryAddress() {
        PageWorld.playedBy(simulator);
        expect("^401 ");
        List<String> addresses = new ArrayList<>();
        context.onRequest(request -> addresses.add(request.url()));
        page.navigate(url + HOUR);

        page.getByLabel("Bearer token").fill("wrong");
        button("Use it").click();
        page.getByLabel("Bearer token").fill(CallersProfile.TEAM);
        button("Use it").click();

        assertThat(summary()).containsText("2 of 2 sources complete");
        assertThat(summary()).containsText(PageWorld.REGISTRY + 2 + " events");
        assertThat(addresses).noneMatch(address -> address.contains("team-sees"));
        assertThat(page.url()).doesNotContain("team-sees");
        assertThat((String) page.evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie])"))
                .doesNotContain("team-sees");

        page.reload();

        assertThat(page.getByLabel("Bearer token")).isVisible();
    }
}
