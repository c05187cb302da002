package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bars are the events, and choosing some of them chooses their time. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageHistogramTest extends PageTest {

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
    }

    @Test
    void barsHoldEveryEventOfEachSourceOnce() {
        Map<String, Long> events = api.walk("/events" + HOUR + "&limit=1000").stream()
                .collect(groupingBy(event -> event.path("source").asText(), counting()));

        visit(HOUR);

        events.forEach((source, count) ->
                assertThat(sumOf(".bar[data-layer=" + source + "]")).as(source).isEqualTo(count.intValue()));
        assertThat(sumOf(".bar")).isEqualTo(PageWorld.EVENTS);
        assertThat(page.locator(".readout")).containsText("a bar is 30 s, the highest has 6 · UTC");
        assertThat(page.locator("#histogram table tbody tr")).hasCount(120); // the same for who does not see it
    }

    private int sumOf(String bars) {
        return (int)
                page.locator(bars).evaluateAll("all => all.reduce((sum, bar) => sum + Number(bar.dataset.count), 0)");
    }

    @Test
    void draggingShowsThatSpanAloneAndBackTheWholeAgain() {
        visit(HOUR);
        drag(0.25, 0.5);

        page.waitForURL("**/*from=2026-01-10T10%3A15%3A00.000Z&to=2026-01-10T10%3A30%3A00.000Z*");
        assertThat(summary()).not().containsText(PageWorld.EVENTS + " events");
        waitUntilRead();
        assertThat(rows().first()).containsText("2026-01-10 10:29:");
        assertThat(count())
                .isEqualTo(api.walk("/events?from=2026-01-10T10:15:00Z&to=2026-01-10T10:30:00Z&limit=1000")
                        .size());
        assertThat(sumOf(".bar")).isEqualTo(count());

        page.goBack();

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(rows().first()).containsText("2026-01-10 10:59:");
        assertThat(sumOf(".bar")).isEqualTo(PageWorld.EVENTS);
    }

    @Test
    void aClickTakesOneBarAndADoubleClickGoesBack() {
        visit(HOUR);
        BoundingBox chart = page.locator(".chart svg").boundingBox();
        page.mouse().click(chart.x + chart.width * 0.5 + 2, chart.y + 60);
        page.waitForURL("**/*from=2026-01-10T10%3A30%3A00.000Z&to=2026-01-10T10%3A30%3A30.000Z*");
        waitUntilRead();

        page.mouse().dblclick(chart.x + chart.width * 0.5, chart.y + 60);

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
    }

    private void drag(double from, double to) {
        BoundingBox chart = page.locator(".chart svg").boundingBox();
        page.mouse().move(chart.x + chart.width * from, chart.y + 60);
        page.mouse().down();
        page.mouse().move(chart.x + chart.width * (from + to) / 2, chart.y + 60);
        page.mouse().move(chart.x + chart.width * to, chart.y + 60);
        page.mouse().up();
    }
}
