package dev.tributary.upstream.registryaudit;

import static dev.tributary.event.Samples.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Actor;
import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Bodies;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryAuditNormaliserTest {
    private static final String INSTANCE = "11111111-2222-3333-4444-555555555555";
    private static final String DIGEST = "sha256:22eb792e7202aee4895dc0ad09126c310161e4ca40d3cec70c32505cffee7f06";
    private final RegistryAuditNormaliser normaliser = new RegistryAuditNormaliser(
            new SourceId("registry", Kind.REGISTRY_AUDIT, new Scope("cn-north-4", PROJECT, INSTANCE, null)));

    @Test
    void readsTheDocumentedRecords() {
        List<Event> events =
                Bodies.documented("registry-audit", new PageShape("audit_logs", "total")).records().stream()
                        .map(record -> Bodies.event(normaliser, record))
                        .toList();

        assertThat(events)
                .extracting(Event::id)
                .containsExactly(
                        "7622ba8288b2bf688c621c3c5c5fd71a",
                        "3d64fc8712e2da3a7339f0240b611f2e",
                        "9d09c3ab5e8252f1f7cca22b03746ad5");
        Event newest = events.get(0);
        assertThat(newest.time()).isEqualTo("2020-12-24T11:19:54.907Z");
        assertThat(newest.action()).isEqualTo("pull");
        assertThat(newest.actor())
                .isEqualTo(new Actor("robot$Clair-f279f0f6-45d9-11eb-b153-02550a00004a", "robot", null));
        assertThat(newest.resource()).isEqualTo(new Resource("artifact", "library/ubuntu:" + DIGEST));
        assertThat(newest.message())
                .isEqualTo("robot$Clair-f279f0f6-45d9-11eb-b153-02550a00004a pull library/ubuntu:" + DIGEST);
        assertThat(newest.attributes())
                .isEqualTo(Map.of(
                        "id", Value.number("138"),
                        "repository", Value.string("library/ubuntu"),
                        "digest", Value.string(DIGEST)));
    }

    @Test
    void tellsPeopleFromRobots() {
        assertThat(event("\"username\":\"zhang\"").actor()).isEqualTo(new Actor("zhang", "user", null));
        assertThat(event("\"resource\":\"r\"").actor()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "library/ubuntu:22.04, library/ubuntu, 22.04, ",
        "ubuntu, ubuntu, , ",
        "a/b/c:1:2, a/b/c, 1:2, ",
        "host:5000/a/b:1, host:5000/a/b, 1, ",
        "a/b@sha256:22eb792e7202aee4895dc0ad09126c31, a/b, , sha256:22eb792e7202aee4895dc0ad09126c31",
        "a/b:, a/b:, , "
    })
    void takesAResourceApart(String resource, String repository, String tag, String digest) {
        assertThat(RegistryResource.of(resource)).isEqualTo(new RegistryResource(repository, tag, digest));
    }

    @Test
    void looksForARepositoryOnlyWhereThereIsOne() {
        assertThat(event("\"resource_type\":\"project\",\"resource\":\"library\"")
                        .attributes())
                .isEmpty();
    }

    @Test
    void keepsDigitsBeyondTheMillisecond() {
        Event event = Bodies.event(normaliser, Bodies.record("{\"op_time\":\"2020-12-24T11:19:54.907123Z\"}"));
        assertThat(event.time()).isEqualTo("2020-12-24T11:19:54.907Z");
        assertThat(event.attributes()).containsKey("op_time");
    }

    @Test
    void countsARecordWithoutAUsableTime() {
        assertThat(normaliser.normalise(Bodies.record("{\"op_time\":\"yesterday\"}")))
                .isInstanceOf(Row.Unreadable.class);
        assertThat(normaliser.normalise(Bodies.record("{\"op_time\":\"2020-12-24T11:19:54.907\"}")))
                .isInstanceOf(Row.Unreadable.class);
    }

    private Event event(String fields) {
        return Bodies.event(normaliser, Bodies.record("{\"op_time\":\"2020-12-24T11:19:54.907Z\"," + fields + "}"));
    }
}
