package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A registry list of 3,000 rows, one a minute, newest first; but one of the window's stands behind all others. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(WholeScanTest.FewCalls.class)
class WholeScanTest extends FrontDoorTest {
    private static final int ROWS = 3_000;
    private static final String HOUR =
            "/events?source=registry&format=ndjson&from=" + minute(ROWS - 100) + "&to=" + minute(ROWS - 40);

    /** A step of so few pages that a scan takes several. */
    public static final class FewCalls implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tributary.max-calls", "12");
        }
    }

    private static Instant minute(int minute) {
        return World.FROM.plusSeconds(60L * minute);
    }

    @BeforeEach
    void play() {
        List<Row> rows = new ArrayList<>();
        IntStream.iterate(ROWS, minute -> minute > 0, minute -> minute - 1)
                .mapToObj(minute -> Row.registryAudit(minute, minute(minute)))
                .forEach(rows::add);
        rows.add(Row.registryAudit(ROWS + 1, minute(ROWS - 70)));
        simulator.plays(
                World.list(Operation.PULL),
                Population.of(rows),
                Readings.usual().in(new Order.AsListed()));
    }

    @Test
    void anOrdinaryReadingDoesNotSeeItAndSaysThatItAssumed() {
        Export export = Export.of(url, HOUR).readAll();
        assertThat(export.events()).hasSize(60);
        assertThat(export.summary().at("/sources").findValuesAsText("order")).contains("assumed");
    }

    @Test
    void aScanReadsTheWholeListAndFindsIt() {
        Export export = Export.of(url, HOUR + "&scan=full").readAll();
        assertThat(export.events()).hasSize(61);
        assertThat(export.summary().path("complete").asBoolean()).isTrue();
        assertThat(export.summary().at("/sources").findValuesAsText("order")).contains("checked");
    }

    @Test
    void itsLinesOfProgressTellOfNoWayOn() {
        Export export = Export.of(url, HOUR + "&scan=full").readAll();
        assertThat(export.progress()).hasSizeGreaterThan(1).noneMatch(line -> line.has("next"));
    }

    @Test
    void pagesAreNotScanned() {
        assertThat(api.get(HOUR.replace("ndjson", "json") + "&scan=full").status())
                .isEqualTo(400);
    }
}
