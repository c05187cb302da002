package dev.tributary;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file holds what is asked for on the page, all of it and nothing else. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class PageExportTest extends PageTest {
    private static final String ASKED = HOUR + "&source=images&actor=root&q=cart-1";

    @BeforeEach
    void play() {
        PageWorld.playedBy(simulator);
    }

    @Test
    void everyFormatHoldsExactlyTheFilteredEvents() throws IOException {
        List<String> ids = Export.ids(api.walk("/events" + ASKED + "&limit=1000"));
        visit(ASKED);
        assertThat(count()).isEqualTo(ids.size()).isPositive();
        button("Export").click();

        List<String> lines = saved("NDJSON").lines().toList();
        assertThat(lines.stream().map(line -> Api.json(line).path("id").asText()))
                .isEqualTo(ids);
        JsonNode json = Api.json(saved("JSON"));
        assertThat(Export.ids(StreamSupport.stream(json.path("events").spliterator(), false)
                        .toList()))
                .isEqualTo(ids);
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(Csv.read(saved("CSV"))).extracting(line -> line.get("id")).isEqualTo(ids);
    }

    @Test
    void aFormulaIsNoneInATable() throws IOException {
        simulator.plays(
                World.images(),
                Population.of(PageWorld.imageLog(World.FROM.plusSeconds(1), 1).with("content", "=cmd()")));
        visit(HOUR + "&source=images");
        button("Export").click();

        assertThat(saved("CSV")).contains(",'=cmd(),");
    }

    @Test
    void ofWhatIsMissingItWarnsBeforeAnythingIsSaved() throws IOException {
        simulator.fault(World.images(), Calls.from(3), Fault.status(403, "X.1"));
        visit(HOUR);
        int read = count();
        button("Export").click();
        assertThat(page.locator("dialog .warning")).containsText("images: forbidden (403)");
        simulator.heals();
        simulator.fault(World.images(), Calls.from(3), Fault.status(403, "X.1"));

        button("NDJSON").click();
        assertThat(page.locator("dialog [role=alert]")).containsText("The file is not complete: images: forbidden");
        Download file = page.waitForDownload(() -> button("Save it anyway").click());

        assertThat(file.suggestedFilename()).endsWith("-incomplete.ndjson");
        assertThat(Files.readString(file.path()).lines()).hasSize(read);
    }

    private String saved(String format) throws IOException {
        return Files.readString(
                page.waitForDownload(() -> button(format).click()).path());
    }
}
