package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked and how it is shown stands in the address, in the request and on the page alike; far from UTC. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageStateTest extends PageTest {

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
    }

    @Override
    NewContextOptions options() {
        return super.options().setTimezoneId("Asia/Shanghai");
    }

    @Test
    void aCopiedLinkShowsSomebodyElseTheSame() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visit("?from=2026-01-10T10:10:00Z&to=2026-01-10T10:40:00Z&source=images&source=registry&q=cart&zone=local"
                + "&columns=time,source,message&stack=action");
        rows().nth(7).click();
        button("Copy link").click();
        assertThat(page.locator(".panel .said")).containsText("copied");
        String link = (String) page.evaluate("() => navigator.clipboard.readText()");

        try (BrowserContext somebody = opened(options())) {
            Page other = somebody.newPage();
            other.navigate(link);
            assertThat(other.locator("#truth .summary")).hasText(summary().textContent());
            assertThat(other.locator(".panel dl"))
                    .hasText(page.locator(".panel dl").textContent());
            assertThat(other.locator(".chips")).hasText(page.locator(".chips").textContent());
            assertThat(other.locator(".legend")).hasText(page.locator(".legend").textContent());
            assertThat(other.locator(".grid")).hasText(page.locator(".grid").textContent());
            assertThat(other.locator(".grid")).containsText("2026-01-10 18:");
        }
    }

    @Test
    void aValueOfAFacetIsAParameterAndAChip() {
        visit(HOUR);
        Request request = page.waitForRequest(
                Pattern.compile("/events\\?.*actor=ada.*"),
                () -> page.locator("#facets").getByText("ada").click());
        waitUntilRead();

        assertThat(request.url()).contains("format=ndjson");
        assertThat(inAddress("actor")).isEqualTo("ada");
        assertThat(count()).isEqualTo(PageWorld.IMAGES / 10);
        assertThat(page.locator("#facets").getByText("root")).isVisible(); // can still be chosen besides

        page.locator(".chip").click();

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(inAddress("actor")).isNull();
    }

    @Test
    void theZoneIsOneForAllThatShowsTimes() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        simulator.fault(World.images(), Calls.from(3), Fault.status(403, "X.1"));
        visit(HOUR);
        rows().getByText("robot$ci pull").first().click();
        assertThat(page.locator(".axis").getByText("10:30")).isVisible();
        String utc = missing().textContent();

        page.keyboard().press("z");

        assertThat(page.locator(".head")).containsText("Asia/Shanghai");
        assertThat(rows().first()).containsText("2026-01-10 18:59:");
        assertThat(page.locator(".axis").getByText("18:30")).isVisible();
        assertThat(page.locator(".axis").getByText("10:30")).hasCount(0);
        assertThat(missing()).containsText("between 18:00:00 and 18:");
        assertThat(utc).contains("between 10:00:00 and 10:");
        assertThat(page.locator(".lane .gap title")).containsText("between 18:00:00 and 18:");
        page.locator(".chart svg").hover();
        assertThat(page.locator(".readout")).containsText("18:30:00 – 18:30:30");
        assertThat(page.locator(".panel dd").first()).containsText("2026-01-10 18:59:");
        assertThat(inAddress("zone")).isEqualTo("local");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Copy time"))
                .click();

        assertThat(page.locator(".panel .said")).containsText("copied");
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .matches("2026-01-10T10:59:\\d\\d\\.000Z");
    }
}
