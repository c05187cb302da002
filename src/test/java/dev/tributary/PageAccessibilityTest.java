package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For who sees little, or nothing: WCAG 2.2, level AA, with a gap shown and an event open. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageAccessibilityTest extends PageTest {
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> TEXTS = List.of("text", "quiet", "accent", "bad", "good");
    private static final List<String> GROUNDS = List.of("bg", "panel", "raised");
    private static final List<String> BARS = List.of("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7");

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
        simulator.fault(World.images(), Calls.from(3), Fault.status(403, "X.1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingViolatesTheGuidelines(ColorScheme scheme) {
        page = opened(options().setColorScheme(scheme)).newPage();
        visit(HOUR);
        rows().getByText("Started container").first().click();
        page.locator(".raw").getByText("\"").first().waitFor();
        assertThat(missing()).isVisible();

        AxeResults results = new AxeBuilder(page).withTags(LEVELS).analyze();

        assertThat(results.getViolations()).isEmpty();
        assertThat(results.getPasses()).hasSizeGreaterThan(10);
    }

    /** Which axe cannot tell of drawings and of rows that are placed. */
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void textsAndBarsStandOutFromTheirGround(ColorScheme scheme) {
        page = opened(options().setColorScheme(scheme)).newPage();
        visit(HOUR);
        for (String ground : GROUNDS) {
            TEXTS.forEach(text -> assertThat(contrast(text, ground))
                    .as(text + " on " + ground)
                    .isGreaterThanOrEqualTo(4.5));
        }
        assertThat(contrast("accent", "accent-bg")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast("text", "accent-bg")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast("bad", "bad-bg")).isGreaterThanOrEqualTo(4.5);
        BARS.forEach(bar -> assertThat(contrast(bar, "panel")).as(bar).isGreaterThanOrEqualTo(3));
    }

    /** WCAG's ratio of two of the page's colours. */
    private double contrast(String a, String b) {
        return ((Number) page.evaluate("""
                names => {
                  const light = (name) => {
                    const probe = document.body.appendChild(document.createElement('i'));
                    probe.style.color = `var(--${name})`;
                    const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).map((c) => c / 255)
                      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
                    probe.remove();
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
                  };
                  const [a, b] = names.map(light).sort((x, y) => y - x);
                  return a / b;
                }""", List.of(a, b))).doubleValue();
    }

    /** At twice the size, as half of the width. */
    @Test
    void enlargedItNeedsNoScrollingSideways() {
        page = opened(new NewContextOptions().setViewportSize(640, 400).setDeviceScaleFactor(2))
                .newPage();
        visit(HOUR);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0);
        assertThat(page.locator(".legend").boundingBox().height).isLessThan(50);
        assertThat(page.locator(".chart").boundingBox().height).isBetween(120.0, 220.0);
        rows().getByText("Started container").first().click();
        assertThat(page.locator(".panel").boundingBox().width).isEqualTo(640);
    }
}
