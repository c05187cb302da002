package dev.tributary.simulator;

import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.PROJECT;
import static dev.tributary.simulator.Running.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.LineNumbers;
import dev.tributary.simulator.population.LineNumbers.Form;
import dev.tributary.simulator.population.LineNumbers.Paging;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** cluster-event as CONTRACTS describes it; twelve events a second apart, newest first. */
class ClusterEventTest {
    private static final String CLUSTER = "b075094b-d21a-499a-9006-624089c94402";
    private static final String WHOLE = "&start_time=0&end_time=" + NOON.toEpochMilli();

    @RegisterExtension
    final Running running = new Running();

    @Test
    void aClusterTellsItsEventsWithinTheBounds() {
        plays(Form.TEXT, Paging.OFFSET_FROM_START);

        Answer answer = get("?cluster_id=" + CLUSTER + "&start_time="
                + NOON.minusSeconds(2).toEpochMilli() + "&end_time=" + NOON.toEpochMilli() + "&limit=10&offset=0");

        assertThat(answer.number("total_num")).isEqualTo(3);
        assertThat(answer.column("data_list", "resource_name")).containsExactly(names(12, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster_id", "start_time", "end_time", "limit", "offset"})
    void everyMandatoryParameterIsMandatory(String missing) {
        plays(Form.TEXT, Paging.OFFSET_FROM_START);
        String complete = "?cluster_id=" + CLUSTER + WHOLE + "&limit=10&offset=0";

        Answer answer = get(complete.replaceFirst("([?&])" + missing + "=[^&]*", "$1"));

        assertThat(get(complete).status()).isEqualTo(200);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_code")).isEqualTo("HSS.0001");
    }

    @Test
    void anUnknownClusterIsA400AsHssDoes() {
        plays(Form.TEXT, Paging.OFFSET_FROM_START);

        Answer answer = get("?cluster_id=another" + WHOLE + "&limit=10&offset=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_code")).isEqualTo("HSS.0011");
    }

    @Test
    void lineNumbersAreTextOrNumberOrAbsentAndLargerThanADoubleHolds() {
        plays(Form.TEXT, Paging.OFFSET_FROM_START);
        assertThat(line(0).isTextual()).isTrue();
        assertThat(line(0).asText()).hasSize(19);

        plays(Form.NUMBER, Paging.OFFSET_FROM_START);
        assertThat(line(0).isIntegralNumber()).isTrue();
        assertThat(line(0).asLong() - line(1).asLong()).isEqualTo(1);

        plays(Form.ABSENT, Paging.OFFSET_FROM_START);
        assertThat(line(0).isMissingNode()).isTrue();
    }

    @Test
    void lineNumberAndOffsetCombineAsTheReadingSays() {
        assertThat(afterThreeRowsAsking(Paging.OFFSET_FROM_START, 3)).containsExactly(names(9, 7));
        assertThat(afterThreeRowsAsking(Paging.OFFSET_FROM_NEXT_ROW, 0)).containsExactly(names(9, 7));
        assertThat(afterThreeRowsAsking(Paging.OFFSET_FROM_NEXT_ROW, 3)).containsExactly(names(6, 4));
        assertThat(afterThreeRowsAsking(Paging.OFFSET_FROM_THAT_ROW, 0)).containsExactly(names(10, 8));
        assertThat(afterThreeRowsAsking(Paging.OFFSET_FROM_THAT_ROW, 3)).containsExactly(names(7, 5));
        assertThat(afterThreeRowsAsking(Paging.NEXT_ROW, 3)).containsExactly(names(9, 7));
        assertThat(afterThreeRowsAsking(Paging.THAT_ROW, 3)).containsExactly(names(10, 8));
    }

    /** History 9: eight events of one millisecond, pages of four, a line number that is told again. */
    @Test
    void anInclusiveLineNumberTellsEightRowsOfWhichOneIsTwiceAndOneMissing() {
        playsEightAtOnce(Paging.OFFSET_FROM_THAT_ROW);
        String page = "?cluster_id=" + CLUSTER + WHOLE + "&limit=4&offset=0";
        Answer first = get(page);
        String last = first.column("data_list", "line_num").get(3);

        assertThat(first.number("total_num")).isEqualTo(8);
        assertThat(first.column("data_list", "resource_name")).containsExactly(names(0, 3));
        assertThat(get(page + "&line_num=" + last).column("data_list", "resource_name"))
                .containsExactly(names(3, 6));
        playsEightAtOnce(Paging.THAT_ROW);
        assertThat(get(page.replace("offset=0", "offset=4") + "&line_num=" + last)
                        .column("data_list", "resource_name"))
                .containsExactly(names(3, 6));
    }

    @Test
    void aLineNumberStaysWithItsRowWhileOthersComeAndGo() {
        Moving rows = Moving.of(event(3), event(2), event(1));
        running.simulator().plays(new Identity.ClusterEvent(PROJECT, CLUSTER), rows);
        String page = "?cluster_id=" + CLUSTER + WHOLE + "&limit=10&offset=0";
        List<String> before = get(page).column("data_list", "line_num");

        rows.move(Move.purgeOldest(1), Move.push(event(0)));

        assertThat(get(page).column("data_list", "line_num"))
                .hasSize(3)
                .endsWith(before.get(0), before.get(1))
                .doesNotHaveDuplicates();
    }

    private static Row event(int secondsBeforeNoon) {
        return Row.clusterEvent(NOON.minusSeconds(secondsBeforeNoon));
    }

    private void playsEightAtOnce(Paging paging) {
        running.simulator()
                .plays(
                        new Identity.ClusterEvent(PROJECT, CLUSTER),
                        Population.computed(8, index -> event(0).with("resource_name", Long.toString(index))),
                        Readings.usual().in(new Order.OldestFirst()).with(new LineNumbers(Form.TEXT, paging)));
    }

    /** The second page when the third row's number is sent back. */
    private List<String> afterThreeRowsAsking(Paging paging, int offset) {
        plays(Form.TEXT, paging);
        String query = "?cluster_id=" + CLUSTER + WHOLE + "&limit=3&offset=" + offset;
        return get(query + "&line_num=" + line(2).asText()).column("data_list", "resource_name");
    }

    private JsonNode line(int row) {
        return get("?cluster_id=" + CLUSTER + WHOLE + "&limit=3&offset=0")
                .json()
                .path("data_list")
                .path(row)
                .path("line_num");
    }

    private void plays(Form form, Paging paging) {
        running.simulator()
                .plays(
                        new Identity.ClusterEvent(PROJECT, CLUSTER),
                        Population.computed(
                                12,
                                index -> Row.clusterEvent(NOON.minusSeconds(11 - index))
                                        .with("resource_name", Long.toString(index + 1))),
                        Readings.usual().with(new LineNumbers(form, paging)));
    }

    private Answer get(String query) {
        return running.caller().get("/v5/" + PROJECT + "/container/kubernetes/cluster/events" + query);
    }
}
