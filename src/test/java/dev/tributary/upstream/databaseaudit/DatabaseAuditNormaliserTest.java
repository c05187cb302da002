package dev.tributary.upstream.databaseaudit;

import static dev.tributary.event.Samples.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Bodies;
import dev.tributary.upstream.slice.PageShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAuditNormaliserTest {
    private static final String INSTANCE = "3d39c18788b54a919bab633874c159dfin01";
    private final DatabaseAuditNormaliser normaliser = new DatabaseAuditNormaliser(
            new SourceId("orders-db", Kind.DATABASE_AUDIT, new Scope("cn-north-4", PROJECT, INSTANCE, null)));

    @Test
    void readsTheDocumentedRecords() {
        List<Event> events =
                Bodies.documented("database-audit", new PageShape("audit_logs", "total_count")).records().stream()
                        .map(record -> Bodies.event(normaliser, record))
                        .toList();

        assertThat(events)
                .extracting(Event::id)
                .containsExactly("029e67a852cc38709d0c1b7be06f83fe", "995afb83985501db58c51572cff0f127");
        Event first = events.get(0);
        String name =
                "317156_20190916032844_eb8fe5d181ec44a2850302691541f760in01_Audit_166a2cf8-d832-11e9-94c5-fa163ea0e2be";
        assertThat(first.time()).isEqualTo("2019-11-06T02:39:15Z");
        assertThat(first.startTime()).isEqualTo("2019-11-06T01:03:34Z");
        assertThat(first.action()).isEqualTo("audit-log-file");
        assertThat(first.actor()).isNull();
        assertThat(first.resource()).isEqualTo(new Resource("audit-log", name));
        assertThat(first.message()).isEqualTo("audit log " + name + ", 20481.835938 KB");
        assertThat(first.attributes())
                .isEqualTo(Map.of(
                        "id", Value.string("fa163ea0e2bet11e9d832166a2cf894c5br01"),
                        "size", Value.number("20481.835938"),
                        "sizeBytes", Value.number("20973400"),
                        "begin_time", Value.string("2019-11-06T09:03:34+0800"),
                        "end_time", Value.string("2019-11-06T10:39:15+0800")));
    }

    @ParameterizedTest
    @CsvSource({"20481.835938, 20973400", "20481, 20972544", "\"20481.835938\", 20973400", "0, 0"})
    void readsTheSizeInEveryForm(String size, String bytes) {
        assertThat(event("\"size\":" + size).attributes()).containsEntry("sizeBytes", Value.number(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"large\"", "null", "1e999999999"})
    void inventsNoSize(String size) {
        assertThat(event("\"size\":" + size).attributes()).doesNotContainKey("sizeBytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-11-06T02:39:15+0000", "2019-11-06T02:39:15Z", "2019-11-06T10:39:15+08:00"})
    void readsOffsetsInEveryForm(String end) {
        Event event = Bodies.event(normaliser, Bodies.record("{\"end_time\":\"" + end + "\"}"));
        assertThat(event.time()).isEqualTo("2019-11-06T02:39:15Z");
        assertThat(event.startTime()).isNull();
    }

    private Event event(String fields) {
        return Bodies.event(normaliser, Bodies.record("{\"end_time\":\"2019-11-06T02:39:15+0000\"," + fields + "}"));
    }
}
