package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows, few or many, and the event beside them. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageTableTest extends PageTest {

    @BeforeEach
    void play() {
        PageWorld.isQuiet(simulator);
    }

    @Test
    void fiftyThousandEventsAreAHandfulOfRowsAndMoreAreReadWhenAskedFor() {
        simulator.plays(
                World.images(), Population.computed(50_100, i -> PageWorld.imageLog(World.FROM.plusMillis(70 * i), i)));
        page.setDefaultTimeout(60_000);
        page.navigate(url + HOUR);
        assertThat(summary()).containsText("50,000 events", new ContainsTextOptions().setTimeout(60_000));
        assertThat(summary()).containsText("there is more to read", new ContainsTextOptions().setTimeout(60_000));

        assertThat(rows().count()).isLessThan(100);
        grid().focus();
        page.keyboard().press("End");
        assertThat(rows().last()).containsText("50,000 events read", new ContainsTextOptions().setTimeout(1_000));
        assertThat(rows().count()).isLessThan(100);

        page.keyboard().press("Enter");

        assertThat(summary()).containsText("50,100 events", new ContainsTextOptions().setTimeout(60_000));
        page.keyboard().press("End");
        assertThat(rows().last()).containsText("end of window");
        page.keyboard().press("Home");
        assertThat(rows().first()).containsText("number 50099");
    }

    @Test
    void theRecordBesideTheTableIsTheUpstreamsOwnToTheDigit() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        simulator.plays(
                World.images(),
                Population.of(
                        PageWorld.imageLog(World.FROM.plusSeconds(1), 1).with("odd", 12345678901234567L),
                        PageWorld.imageLog(World.FROM.plusSeconds(2), 2)));
        visit(HOUR);
        rows().getByText("number 1").click();
        page.locator(".raw").getByText("event_id").waitFor();

        String shown = page.locator(".raw").textContent();
        assertThat(Api.json(shown))
                .isEqualTo(api.get("/events" + HOUR + "&include=raw&order=asc")
                        .events()
                        .get(0)
                        .path("raw"));
        button("Copy the raw record").click();
        assertThat(page.locator(".panel .said")).containsText("copied");
        assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(shown);
        assertThat(shown).contains("12345678901234567");

        page.keyboard().press("Escape");

        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(grid()).isFocused();
        assertThat(grid()).hasAttribute("aria-activedescendant", "row-1");
    }

    /** Written by whoever caused the event. */
    @Test
    void textsOfEventsDoNothing() {
        String markup = "<img src=/nowhere onerror=document.title='hurt'> ${document.title='hurt'}";
        String turned = "abc\u202Egnp.exe\u2066";
        simulator.plays(
                World.images(),
                Population.of(
                        hostile(1, markup),
                        hostile(2, turned),
                        hostile(3, "=cmd()"),
                        hostile(4, "javascript:alert(1)")));

        visit(HOUR);
        rows().getByText("onerror").first().click();
        page.locator(".raw").getByText("onerror").waitFor();

        assertThat(page.locator("#table img, #detail img, #facets img, #body a"))
                .hasCount(0);
        assertThat(page).hasTitle("Tributary");
        assertThat(grid()).containsText("abc⟨U+202E⟩gnp.exe⟨U+2066⟩");
        assertThat(grid()).containsText("=cmd()");
        assertThat(page.locator("body").textContent()).doesNotContain("\u202E", "\u2066");
    }

    private static Row hostile(long number, String text) {
        return PageWorld.imageLog(World.FROM.plusSeconds(number), number)
                .with("content", text)
                .with("resource_name", text)
                .with("user_name", text);
    }

    @Test
    void chosenColumnsAreKept() {
        PageWorld.playedBy(simulator);
        visit(HOUR);
        page.getByLabel("Columns").click();
        page.getByLabel("actor").last().uncheck();
        assertThat(page.locator(".head")).not().containsText("actor");

        visit(HOUR);

        assertThat(page.locator(".head")).not().containsText("actor");
        assertThat(page.locator(".head")).containsText("message");
    }
}
