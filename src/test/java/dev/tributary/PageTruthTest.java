package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be read is named where it is missing, and never looks like nothing. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageTruthTest extends PageTest {
    private static final Pattern ALL_IS_THERE = Pattern.compile("4 of 4|all of the window|✓");

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
    }

    @Test
    void aSpanThatASourceDidNotTellIsNamedAndDrawnAndTheOthersStandAsBefore() {
        visit(HOUR);
        long bars = bars("prod-cluster");
        JsonNode gap = gapOfImages();

        failMidway();
        visit(HOUR);

        String error = gap.path("error").path("type").asText();
        assertThat(missing()).hasCount(1);
        assertThat(missing())
                .containsText("images: " + error + " (403), nothing between 10:00:00 and "
                        + gap.at("/gaps/0/to").asText().substring(11, 19));
        for (int pages = 0; pages < 50 && page.locator(".row.gap").count() == 0; pages++) {
            grid().press("PageDown");
        }
        assertThat(page.locator(".row.gap")).containsText("images: " + error);
        assertThat(summary()).containsText("3 of 4 sources");
        assertThat(page.locator("body")).not().containsText(ALL_IS_THERE);
        assertThat(bars("prod-cluster")).isEqualTo(bars);
        standsAtTheGap(".lane[data-source=images] .gap", gap.at("/gaps/0"));
        standsAtTheGap(".band", gap.at("/gaps/0"));
    }

    @Test
    void aGapIsReadAgainAndItsEventsTakeTheirPlaces() {
        visit(HOUR);
        failMidway();
        visit(HOUR);
        assertThat(count()).isLessThan(PageWorld.EVENTS);
        simulator.heals();

        button("Read this gap again").click();

        assertThat(missing()).hasCount(0);
        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(summary()).containsText("4 of 4 sources complete");
        assertThat(grid()).hasAttribute("aria-rowcount", String.valueOf(PageWorld.EVENTS + 2));
        assertThat(page.locator(".row.gap")).hasCount(0);
    }

    @Test
    void whenAllSourcesFailEachReasonIsToldAndNothingIsCalledEmpty() {
        expect("^502 ");
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));
        simulator.fault(World.cluster(), Calls.all(), Fault.status(404, "X.2"));
        simulator.fault(dev.tributary.simulator.api.Api.REGISTRY_AUDIT, Calls.all(), Fault.status(403, "X.3"));
        simulator.fault(World.database(), Calls.all(), Fault.html());

        visit(HOUR);

        assertThat(missing().getByText("images: forbidden (403)")).isVisible();
        assertThat(missing().getByText("prod-cluster: not-found (404)")).isVisible();
        assertThat(missing().getByText("registry: forbidden (403)")).isVisible();
        assertThat(missing().getByText("orders-db: bad-answer")).isVisible();
        assertThat(page.locator("body")).not().containsText(Pattern.compile("nothing happened|end of window|✓"));
        assertThat(rows()).containsText("nothing could be read, so nothing is known");
    }

    @Test
    void aStreamThatWasCutIsNoEnd() {
        page.route(Pattern.compile("format=ndjson"), this::withoutItsSummary);

        visit(HOUR);

        assertThat(summary()).containsText("the stream was cut");
        assertThat(page.locator("body")).not().containsText(ALL_IS_THERE);
        grid().focus();
        page.keyboard().press("End");
        assertThat(rows().last()).containsText("the stream was cut here");
        assertThat(page.locator("body")).not().containsText("end of window");

        page.unroute(Pattern.compile("format=ndjson"));
        page.keyboard().press("Enter");

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(rows().last()).containsText("end of window");
    }

    private void withoutItsSummary(Route route) {
        var answer = route.fetch();
        String lines = answer.text();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(lines.substring(0, lines.indexOf("{\"summary\"") - 9)));
    }

    @Test
    void nothingInAWindowIsToldFromNothingThatMatches() {
        visit("?from=2025-12-01T00:00:00Z&to=2025-12-01T01:00:00Z");
        assertThat(rows()).containsText("all sources answered: nothing happened in this window");

        visit(HOUR + "&severity=nosuch&q=nowhere");
        assertThat(rows()).containsText("nothing in this window matches the 2 filters set");
    }

    @Test
    void aParameterThatCannotBeServedIsToldWithItsReason() {
        expect("^400 ");
        visit(HOUR + "&source=nosuch");
        assertThat(missing().getByText("source: ")).isVisible();
    }

    @Test
    void aRangeThatIsNoneIsToldAndAnotherCanBeTyped() {
        visit("?from=yesterday&to=now");
        assertThat(missing()).hasText(Pattern.compile("from must be before to"));

        page.getByTitle("From and to").click();
        page.getByLabel("from", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-10 10:00");
        page.getByLabel("to", new Page.GetByLabelOptions().setExact(true)).fill("2026-01-10 11:00");
        button("Show").click();

        assertThat(summary()).containsText(PageWorld.EVENTS + " events");
        assertThat(inAddress("from")).isEqualTo("2026-01-10T10:00:00.000Z");
    }

    private void failMidway() {
        simulator.fault(World.images(), Calls.from(3), Fault.status(403, "X.1"));
    }

    /** As the API tells of it. */
    private JsonNode gapOfImages() {
        failMidway();
        Export export = Export.of(url, "/events" + HOUR + "&format=ndjson").readAll();
        simulator.heals();
        for (JsonNode source : export.summary().path("sources")) {
            if (source.path("name").asText().equals("images")) {
                return source;
            }
        }
        throw new AssertionError(export.summary());
    }

    private long bars(String source) {
        return (long) (int) page.locator(".bar[data-layer=" + source + "]")
                .evaluateAll("all => all.reduce((sum, bar) => sum + Number(bar.dataset.count), 0)");
    }

    private void standsAtTheGap(String selector, JsonNode gap) {
        BoundingBox chart = page.locator(".chart svg").boundingBox();
        BoundingBox drawn = page.locator(selector).boundingBox();
        assertThat(drawn.x - chart.x).isCloseTo(pixel(gap, "from", chart), org.assertj.core.data.Offset.offset(2.0));
        assertThat(drawn.x + drawn.width - chart.x)
                .isCloseTo(pixel(gap, "to", chart), org.assertj.core.data.Offset.offset(2.0));
    }

    private static double pixel(JsonNode gap, String end, BoundingBox chart) {
        Duration into = Duration.between(World.FROM, Instant.parse(gap.path(end).asText()));
        return chart.width
                * into.toMillis()
                / Duration.between(World.FROM, World.TO).toMillis();
    }
}
