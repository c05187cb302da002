package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moves;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is new arrives by itself, and nothing moves under the eye. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageLiveTest extends PageTest {

    @Test
    void whatIsNewWaitsWhileSomebodyReadsFurtherDown() {
        Instant now = Instant.now();
        Moving images = Moving.of(rows(1, 300, now.minus(Duration.ofMinutes(20)), 4), Moves.none());
        PageWorld.isQuiet(simulator);
        simulator.plays(World.images(), images);
        visit("?from=now-30m&to=now&live=on");
        assertThat(summary()).containsText("300 events");
        page.locator(".grid").evaluate("grid => grid.scrollTop = 3000");
        Locator row = rows().getByText("number 180");
        double place = row.boundingBox().y;

        images.move(Move.push(rows(301, 19, Instant.now().minusSeconds(4), 0).toArray(Row[]::new)));
        images.move(Move.push(PageWorld.imageLog(now.minus(Duration.ofMinutes(5)), 320))); // late

        assertThat(page.locator(".pending")).containsText("20 new events");
        assertThat(row.boundingBox().y).isEqualTo(place);
        assertThat(summary()).containsText("300 events");

        page.locator(".pending").click();

        assertThat(page.locator(".pending")).hasCount(0);
        assertThat(summary()).containsText("320 events");
        assertThat(rows().first()).containsText("number 319");
        assertThat(rows().first()).hasClass(Pattern.compile("provisional"));
        assertThat(ids()).doesNotHaveDuplicates();

        images.move(Move.push(PageWorld.imageLog(Instant.now().minusSeconds(1), 321)));

        assertThat(summary()).containsText("321 events"); // at the top nothing has to wait
        assertThat(rows().first()).containsText("number 321");
        assertThat(ids()).doesNotHaveDuplicates();
    }

    private static List<Row> rows(long first, int count, Instant begin, int secondsApart) {
        return LongStream.range(0, count)
                .mapToObj(i ->
                        PageWorld.imageLog(begin.plusSeconds(secondsApart * i).plusMillis(i), first + i))
                .toList();
    }
}
