package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static dev.tributary.simulator.Running.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.population.Bounds;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.TimeUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** image-log as CONTRACTS describes it, and the readings of what it leaves open. */
class ImageLogTest {
    @RegisterExtension
    final Running running = new Running();

    @Test
    void aCallWithoutParametersTellsTheTotalAndTheFirstTenRows() {
        running.simulator().plays(IMAGES, imagesUntilNoon(25));

        Answer answer = running.caller().get(imagePath(""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("total_num")).isEqualTo(25);
        assertThat(answer.column("data_list", "resource_name")).containsExactly(names(25, 16));
    }

    @Test
    void offsetCountsRowsAndLimitEndsThePage() {
        running.simulator().plays(IMAGES, imagesUntilNoon(25));

        assertThat(namesOf("?limit=200&offset=20")).containsExactly(names(5, 1));
        assertThat(namesOf("?limit=3&offset=4")).containsExactly(names(21, 19));
        assertThat(namesOf("?limit=0")).isEmpty();
        assertThat(namesOf("?offset=2000000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=201",
                "?limit=-1",
                "?limit=ten",
                "?offset=2000001",
                "?offset=-1",
                "?start_time=-1",
                "?end_time=2026-11-21"
            })
    void aParameterOutOfRangeIsRefusedAsHssDoes(String query) {
        running.simulator().plays(IMAGES, imagesUntilNoon(25));

        Answer answer = running.caller().get(imagePath(query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_code")).isEqualTo("HSS.0001");
        assertThat(answer.json().has("error_msg")).isTrue();
    }

    @Test
    void anUnknownProjectIsA400AsHssDoes() {
        Answer answer = running.caller().get(imagePath(""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_code")).isEqualTo("HSS.0011");
    }

    @Test
    void filtersMatchToTheLetterAndEmptyOnesAreNone() {
        running.simulator().plays(IMAGES, imagesUntilNoon(25));

        assertThat(namesOf("?resource_name=7")).containsExactly("7");
        assertThat(namesOf("?resource_name=&limit=1")).containsExactly("25");
        assertThat(running.caller().get(imagePath("?resource_name=7")).number("total_num"))
                .isEqualTo(1);
    }

    @Test
    void boundsMayBeInclusiveOrExclusiveOrHalfOpen() {
        String query = "?start_time=" + millis(4) + "&end_time=" + millis(2);

        plays(Readings.usual().with(Bounds.INCLUSIVE));
        assertThat(namesOf(query)).containsExactly(names(8, 6));
        plays(Readings.usual().with(Bounds.EXCLUSIVE));
        assertThat(namesOf(query)).containsExactly("7");
        plays(Readings.usual().with(Bounds.HALF_OPEN));
        assertThat(namesOf(query)).containsExactly(names(7, 6));
    }

    @Test
    void timesMayCountSeconds() {
        running.simulator()
                .plays(
                        IMAGES,
                        Population.of(Row.imageLog(NOON.minusMillis(1_500)).with("resource_name", "early")),
                        Readings.usual().with(TimeUnit.SECONDS));
        long second = NOON.getEpochSecond() - 2;

        assertThat(namesOf("?start_time=" + second + "&end_time=" + second)).containsExactly("early");
        assertThat(namesOf("?start_time=" + millis(60) + "&end_time=" + millis(0)))
                .isEmpty();
        assertThat(namesOf("?start_time=0&end_time=" + Long.MAX_VALUE)).containsExactly("early");
    }

    @Test
    void rowsMayComeOldestFirstOrInNoOrder() {
        plays(Readings.usual().in(new Order.OldestFirst()));
        assertThat(namesOf("")).containsExactly(names(1, 10));

        plays(Readings.usual().in(new Order.Shuffled(7)));
        String pages = IntStream.range(0, 4)
                .mapToObj(page -> String.join(",", namesOf("?limit=3&offset=" + 3 * page)))
                .collect(Collectors.joining(","));
        assertThat(pages.split(",")).containsExactlyInAnyOrder(names(1, 10));
        assertThat(pages.split(",")).isNotEqualTo(names(1, 10)).isNotEqualTo(names(10, 1));
        assertThat(String.join(",", namesOf(""))).isEqualTo(pages);
    }

    @Test
    void rowsOfTheFutureAreNotToldUntilTheirTimeHasCome() {
        running.simulator()
                .plays(IMAGES, Population.of(Row.imageLog(NOON.plusSeconds(1)).with("resource_name", "later")));

        assertThat(namesOf("")).isEmpty();
        running.clock.advance(Duration.ofSeconds(1));
        assertThat(namesOf("")).containsExactly("later");
    }

    @Test
    void rowsOlderThanTheRetentionAreGone() {
        plays(Readings.usual().keeping(Duration.ofSeconds(3)));

        assertThat(namesOf("")).containsExactly(names(10, 7));
    }

    @Test
    void aMillionRowsCostNoMemoryAndAreFoundByTime() {
        running.simulator().plays(IMAGES, imagesUntilNoon(1_000_000));
        String query = "?start_time=" + millis(500_000) + "&end_time=" + millis(499_998);

        assertThat(namesOf(query)).containsExactly(names(500_002, 500_000));
        assertThat(running.caller().get(imagePath("")).number("total_num")).isEqualTo(1_000_000);
    }

    @Test
    void fieldsKeepTheirTypesAndNullsStay() {
        running.simulator()
                .plays(
                        IMAGES,
                        Population.of(Row.imageLog(NOON)
                                .with("user_name", null)
                                .with("content", "quote \" and \u5f20")
                                .with("number", 9_223_372_036_854_775_807L)));

        String body = new String(running.caller().get(imagePath("")).response().body(), StandardCharsets.UTF_8);

        assertThat(body)
                .isEqualTo("{\"total_num\":1,\"data_list\":[{\"time\":1795262400000,\"user_name\":null,"
                        + "\"content\":\"quote \\\" and \u5f20\",\"number\":9223372036854775807}]}");
    }

    @Test
    void anAnswerIsZippedForThoseWhoAcceptIt() throws IOException {
        running.simulator().plays(IMAGES, imagesUntilNoon(25));

        Answer answer =
                running.caller().get(imagePath(""), Map.of("X-Auth-Token", Caller.TOKEN, "Accept-Encoding", "gzip"));

        assertThat(answer.response().headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(
                                new ByteArrayInputStream(answer.response().body()))
                        .readAllBytes())
                .isEqualTo(running.caller().get(imagePath("")).response().body());
    }

    private void plays(Readings readings) {
        running.simulator().plays(IMAGES, imagesUntilNoon(10), readings);
    }

    private List<String> namesOf(String query) {
        return running.caller().get(imagePath(query)).column("data_list", "resource_name");
    }

    private static long millis(long secondsBeforeNoon) {
        return NOON.minusSeconds(secondsBeforeNoon).toEpochMilli();
    }
}
