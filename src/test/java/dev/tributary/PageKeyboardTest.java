package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything without a mouse. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageKeyboardTest extends PageTest {

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
        visit(HOUR);
    }

    @Test
    void searchingWalkingAndOpening() {
        press("/");
        page.keyboard().type("cart-1");
        press("Enter");
        assertThat(page.locator(".chip")).containsText("cart-1");
        waitUntilRead();
        press("Escape");
        assertThat(grid()).isFocused();

        press("j", "j", "Enter");
        assertThat(page.locator(".row.opened")).hasAttribute("id", "row-2");
        assertThat(page.locator(".panel")).isVisible();
        press("j");
        assertThat(page.locator(".row.opened")).hasAttribute("id", "row-3");
        press("Escape");
        assertThat(page.locator(".panel")).hasCount(0);
    }

    @Test
    void choosingBarsAndGoingBack() {
        press("h", "ArrowLeft", "Shift+ArrowLeft");
        assertThat(page.locator(".readout")).containsText("10:59:00 – 11:00:00");
        press("Enter");
        page.waitForURL("**/*from=2026-01-10T10%3A59%3A00.000Z&to=2026-01-10T11%3A00%3A00.000Z*");
        waitUntilRead();
        press("[");
        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
    }

    @Test
    void filteringExportingAndHelp() {
        press("f", "Tab", "Enter");
        assertThat(page.locator(".chip")).hasCount(1);
        waitUntilRead();
        press("e");
        assertThat(page.locator("dialog")).containsText("Export");
        press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        press("?");
        assertThat(page.locator("dialog")).containsText("next and previous event");
        press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        press("z");
        assertThat(page).hasURL(Pattern.compile("zone=local"));
    }

    @Test
    void theFocusIsSeenWhereverItIsAndLeavesEveryPlace() {
        Set<String> places = new HashSet<>();
        String place = "";
        for (int tabs = 0; tabs < 150 && !"BODY".equals(place); tabs++) {
            press("Tab");
            place = (String) page.evaluate("() => document.activeElement.tagName");
            places.add((String) page.evaluate("() => document.activeElement.closest('[id]')?.id ?? ''"));
            assertThat((String) page.evaluate("() => document.activeElement === document.body ? 'solid'"
                            + " : getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
        }
        assertThat(place).as("the end of the page").isEqualTo("BODY");
        assertThat(places).contains("top", "search", "histogram", "facets", "table");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        }
    }
}
