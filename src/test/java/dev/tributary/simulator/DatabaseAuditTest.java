package dev.tributary.simulator;

import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Bounds;
import dev.tributary.simulator.population.FileFilter;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** database-audit as CONTRACTS describes it: files of an hour each, complete at 8, 9, 10 and 11 o'clock, in UTC. */
class DatabaseAuditTest {
    private static final String INSTANCE = "3d39c18788b54a919bab633874c159dfin07";
    private static final String PAGE = "&offset=0&limit=100";

    @RegisterExtension
    final Running running = new Running();

    @Test
    void filesComeWithTheirTimesAndDecimalSize() {
        plays(Readings.usual());

        String body = get("?start_time=2026-11-21T09%3A30%3A00%2B0000&end_time=2026-11-21T09%3A40%3A00%2B0000" + PAGE)
                .json()
                .toString();

        assertThat(body)
                .isEqualTo("{\"audit_logs\":[{\"begin_time\":\"2026-11-21T09:00:00+0000\","
                        + "\"end_time\":\"2026-11-21T10:00:00+0000\",\"id\":\"ten\",\"size\":20481.835938}],"
                        + "\"total_count\":1}");
    }

    @Test
    void theFilterLooksAtBeginOrEndOrBoth() {
        assertThat(idsBetweenHalfPastNineAndHalfPastTen(FileFilter.BY_BEGIN)).containsExactly("eleven");
        assertThat(idsBetweenHalfPastNineAndHalfPastTen(FileFilter.BY_END)).containsExactly("ten");
        assertThat(idsBetweenHalfPastNineAndHalfPastTen(FileFilter.BY_OVERLAP)).containsExactly("ten", "eleven");
    }

    @Test
    void aLongFileIsFoundByItsBegin() {
        running.simulator()
                .plays(
                        new Identity.DatabaseAudit(PROJECT, INSTANCE),
                        Population.of(file("short", 10, 11), file("long", 2, 11)),
                        Readings.usual().with(FileFilter.BY_BEGIN));

        Answer answer =
                get("?start_time=2026-11-21T01%3A00%3A00%2B0000&end_time=2026-11-21T03%3A00%3A00%2B0000" + PAGE);

        assertThat(answer.column("audit_logs", "id")).containsExactly("long");
    }

    @Test
    void boundsMayBeExclusiveToTheSecond() {
        String query = "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000" + PAGE;

        plays(oldestFirst().with(FileFilter.BY_END));
        assertThat(get(query).column("audit_logs", "id")).containsExactly("nine", "ten");
        plays(oldestFirst().with(FileFilter.BY_END).with(Bounds.EXCLUSIVE));
        assertThat(get(query).column("audit_logs", "id")).isEmpty();
    }

    @Test
    void offsetsOfTheTimeZoneCount() {
        plays(oldestFirst());

        String query = "?start_time=2026-11-21T17%3A30%3A00%2B0800&end_time=2026-11-21T17%3A40%3A00%2B0800" + PAGE;

        assertThat(get(query).column("audit_logs", "id")).containsExactly("ten");
    }

    @Test
    void thirtyDaysAreTheLongestSpan() {
        plays(oldestFirst());

        assertThat(get("?start_time=2026-11-01T00%3A00%3A00%2B0000&end_time=2026-12-01T00%3A00%3A00%2B0000" + PAGE)
                        .status())
                .isEqualTo(200);
        assertThat(get("?start_time=2026-11-01T00%3A00%3A00%2B0000&end_time=2026-12-01T00%3A00%3A01%2B0000" + PAGE)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A bare plus is a space when it arrives.
                "?start_time=2026-11-21T09%3A00%3A00+0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=1",
                "?start_time=2026-11-21T09%3A00%3A00Z&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=1",
                "?start_time=2026-11-21T10%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=1",
                "?end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=1",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&offset=0&limit=1",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&limit=1",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=0",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=0&limit=101",
                "?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000&offset=-1&limit=1"
            })
    void aParameterThatWillNotDoIsRefusedAsGaussDbDoes(String query) {
        plays(oldestFirst());

        Answer answer = get(query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_code")).matches("DBS\\.2\\d{5}");
    }

    @Test
    void anUnknownInstanceIsNotFound() {
        Answer answer =
                get("?start_time=2026-11-21T09%3A00%3A00%2B0000&end_time=2026-11-21T10%3A00%3A00%2B0000" + PAGE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("error_code")).matches("DBS\\.2\\d{5}");
    }

    private List<String> idsBetweenHalfPastNineAndHalfPastTen(FileFilter filter) {
        plays(oldestFirst().with(filter));
        return get("?start_time=2026-11-21T09%3A30%3A00%2B0000&end_time=2026-11-21T10%3A30%3A00%2B0000" + PAGE)
                .column("audit_logs", "id");
    }

    private static Readings oldestFirst() {
        return Readings.usual().in(new Order.OldestFirst());
    }

    private void plays(Readings readings) {
        running.simulator()
                .plays(
                        new Identity.DatabaseAudit(PROJECT, INSTANCE),
                        Population.of(
                                file("eight", 7, 8), file("nine", 8, 9), file("ten", 9, 10), file("eleven", 10, 11)),
                        readings);
    }

    private static Row file(String id, int beginHour, int endHour) {
        Instant midnight = NOON.minus(Duration.ofHours(12));
        return Row.databaseAudit(midnight.plus(Duration.ofHours(beginHour)), midnight.plus(Duration.ofHours(endHour)))
                .with("id", id)
                .with("size", new BigDecimal("20481.835938"));
    }

    private Answer get(String query) {
        return running.caller().get("/v3/" + PROJECT + "/instances/" + INSTANCE + "/audit-logs" + query);
    }
}
