package dev.tributary.upstream.imagelog;

import static dev.tributary.event.Samples.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Actor;
import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Bodies;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Row;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLogNormaliserTest {
    private static final Scope SCOPE = new Scope("cn-north-4", PROJECT, null, null);
    private final ImageLogNormaliser normaliser = new ImageLogNormaliser(new SourceId("images", Kind.IMAGE_LOG, SCOPE));

    @Test
    void readsTheDocumentedRecord() {
        var record = Bodies.documented("image-log", new PageShape("data_list", "total_num"))
                .records()
                .get(0);
        Event event = Bodies.event(normaliser, record);

        assertThat(event.id()).isEqualTo("17c4b87698262f50dc01b6fd8daa1050");
        assertThat(event.time()).isEqualTo("2025-01-21T13:20:50.731Z");
        assertThat(event.startTime()).isNull();
        assertThat(event.source()).isEqualTo("images");
        assertThat(event.kind()).isEqualTo(Kind.IMAGE_LOG);
        assertThat(event.scope()).isEqualTo(SCOPE);
        assertThat(event.action()).isEqualTo("operation");
        assertThat(event.severity()).isEqualTo(Severity.INFO);
        assertThat(event.actor()).isEqualTo(new Actor("usertest", null, "100.93.10.***"));
        assertThat(event.resource()).isEqualTo(new Resource("scc_hss_container/hello-world:*", "name"));
        assertThat(event.namespace()).isNull();
        assertThat(event.message())
                .startsWith("successfully started container k8s_infer-")
                .endsWith("30e6c33dedc4_0");
        assertThat(event.attributes())
                .isEqualTo(Map.of(
                        "event_id", Value.string("f989**25-b3a4-4d88-b05a-cc***cd1205"),
                        "event_type", Value.string("eventtype")));
        assertThat(event.raw()).isEqualTo(record.fields());
    }

    @Test
    void leavesOutWhatWasNotSent() {
        Event event = Bodies.event(normaliser, Bodies.record("{\"time\":1,\"user_name\":null}"));
        assertThat(event.action()).isNull();
        assertThat(event.actor()).isNull();
        assertThat(event.resource()).isNull();
        assertThat(event.message()).isNull();
        assertThat(event.attributes()).isEmpty();
    }

    @Test
    void keepsUnknownFieldsAndWhatItHadToChange() {
        Event event = Bodies.event(
                normaliser,
                Bodies.record("{\"time\":1.9,\"event_name\":\"Pull\",\"content\":\"a\\nb\",\"new\":{\"x\":1.0}}"));
        assertThat(event.action()).isEqualTo("pull");
        assertThat(event.message()).isEqualTo("a b");
        assertThat(event.attributes())
                .isEqualTo(Map.of(
                        "time", Value.number("1.9"),
                        "event_name", Value.string("Pull"),
                        "content", Value.string("a\nb"),
                        "new", new Value(Value.Type.NESTED, "{\"x\":1.0}")));
    }

    @Test
    void hasTheSameIdWhateverFormTheNumbersHaveAndWhateverElseIsSent() {
        String id = Bodies.event(normaliser, Bodies.record("{\"time\":7,\"content\":\"c\"}"))
                .id();
        assertThat(Bodies.event(
                                normaliser,
                                Bodies.record("{\"content\":\"c\",\"x\":1,\"time\":\"7\",\"user_name\":null}"))
                        .id())
                .isEqualTo(id);
        assertThat(Bodies.event(normaliser, Bodies.record("{\"time\":7,\"content\":\"c\",\"user_name\":\"\"}"))
                        .id())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1737465650731", "\"1737465650731\"", "1737465650731.0", "1737465650731.999", "1.737465650731E12"
            })
    void readsTheTimeInEveryForm(String time) {
        assertThat(Bodies.event(normaliser, Bodies.record("{\"time\":" + time + "}"))
                        .time())
                .isEqualTo(Instant.parse("2025-01-21T13:20:50.731Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"now\"",
                "[]",
                "true",
                "1e999999999",
                "1e-999999999",
                "9223372036854775807",
                "-1e30"
            })
    void countsARecordWithoutAUsableTime(String time) {
        Row row = normaliser.normalise(Bodies.record("{\"content\":\"secret\",\"time\":" + time + "}"));
        assertThat(row)
                .isInstanceOfSatisfying(
                        Row.Unreadable.class, it -> assertThat(it.fields()).containsExactly("content", "time"));
    }
}
