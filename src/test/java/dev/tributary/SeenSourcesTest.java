package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For a caller with a list of sources there are no others: the team sees the registry and the database. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallersProfile.class)
class SeenSourcesTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;
    private static final List<String> HIDDEN = List.of("images", "prod-cluster", "image-log", "cluster-event");

    private Api team;
    private Api all;

    @BeforeEach
    void play() {
        new World(3, 80).playedBy(simulator);
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM.plusSeconds(7))));
        team = api.withToken(CallersProfile.TEAM);
        all = api.withToken(CallersProfile.ALL);
    }

    @Test
    void listOfSourcesHasHisOnly() {
        assertThat(names(team.get("/sources"))).containsExactly("orders-db", "registry");
        assertThat(names(all.get("/sources"))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&source=*", "&source=!registry", "&format=csv", "&format=ndjson"})
    void answerNamesHisOnlyAndAsksNoOther(String more) {
        String body = team.text(HOUR + more).body();

        assertThat(body).doesNotContain(HIDDEN);
        assertThat(simulator.requests().all())
                .noneMatch(seen -> seen.wire().uri().contains("/container/"));
    }

    @Test
    void walkHasTheEventsOfHisSourcesAsItHasForWhoSeesAll() {
        List<JsonNode> ofTwo = all.walk(HOUR + "&source=registry&source=orders-db&limit=7");

        assertThat(ofTwo).isNotEmpty();
        assertThat(team.walk(HOUR + "&limit=7")).isEqualTo(ofTwo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "prod-cluster", "img*", "im*"})
    void guessedNameIsAsUnknownAsOneThatNobodyHas(String guessed) {
        Reply answer = team.get("/events?source=" + guessed);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.http().body())
                .isEqualTo(team.get("/events?source=GUESSED").http().body().replace("GUESSED", guessed))
                .contains("known: orders-db, registry");
    }

    @Test
    void hiddenKindIsAKindThatNoSourceHas() {
        Reply answer = team.get(HOUR + "&kind=image-log");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events()).isEmpty();
        assertThat(names(answer)).containsExactly("orders-db", "registry");
    }

    @Test
    void cursorOfSomebodyElseGivesHimHisSourcesOnly() {
        String cursor = all.get(HOUR + "&limit=1").json().path("next").asText();
        simulator.requests().clear();

        Reply answer = team.get(cursor + "&limit=1000");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.events())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("source").asText()).isIn("orders-db", "registry"));
        assertThat(answer.http().body()).doesNotContain(HIDDEN);
        assertThat(simulator.requests().all())
                .noneMatch(seen -> seen.wire().uri().contains("/container/"));
    }

    @Test
    void cursorWithoutAnyOfHisSourcesIsRefused() {
        String cursor = all.get(HOUR + "&source=images&source=prod-cluster&limit=1")
                .json()
                .path("next")
                .asText();

        Reply answer = team.get(cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/parameter").asText()).isEqualTo("cursor");
        assertThat(answer.http().body()).doesNotContain(HIDDEN);
    }

    @Test
    void gapOfAHiddenSourceIsNoneOfHis() {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));
        Reply withGap = all.getAnew(HOUR);
        String link = withGap.source("images").at("/gaps/0/link").asText();

        Reply answer = team.getAnew(HOUR + "&partial=deny&limit=1000");

        assertThat(withGap.json().path("complete").asBoolean()).isFalse();
        assertThat(answer.json().path("complete").asBoolean()).isTrue();
        assertThat(answer.http().body()).doesNotContain(HIDDEN);
        assertThat(team.get(link).status()).isEqualTo(400);
        assertThat(team.get(link).http().body()).doesNotContain(HIDDEN);
    }

    @Test
    void walkThatAHiddenSourceLeftGoesOnWithoutAWordOfIt() {
        simulator.fault(World.images(), Calls.all(), Fault.status(403, "X.1"));
        String next = all.getAnew(HOUR + "&limit=3").json().path("next").asText();

        Reply answer = team.get(next + "&limit=1000");

        assertThat(answer.events()).isNotEmpty();
        assertThat(names(answer)).containsExactly("orders-db", "registry");
        assertThat(answer.http().body()).doesNotContain(HIDDEN);
    }

    private static List<String> names(Reply reply) {
        return StreamSupport.stream(reply.json().path("sources").spliterator(), false)
                .map(source -> source.path("name").asText())
                .toList();
    }
}
