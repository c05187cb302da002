package dev.tributary.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Actor;
import dev.tributary.event.Event;
import dev.tributary.event.Resource;
import dev.tributary.event.SampleEvents;
import dev.tributary.event.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire, letter by letter: spreadsheets and scripts depend on it. */
class CsvPageTest {
    private static final String HEADER =
            "time,startTime,id,source,kind,region,project,instance,clusterId,clusterName,clusterType,action,severity,"
                    + "actorName,actorType,actorIp,resourceType,resourceName,namespace,message,attributes";

    @Test
    void aPageWithoutEventsIsItsHeaderLine() {
        assertThat(csv()).isEqualTo(HEADER + "\r\n");
    }

    @Test
    void anEventIsALineWithAnEmptyCellForWhatIsAbsent() {
        assertThat(csv(SampleEvents.imageLog(), SampleEvents.databaseAudit()))
                .isEqualTo(HEADER + "\r\n"
                        + "2026-11-21T08:00:00.123Z,," + "1".repeat(32)
                        + ",images,image-log,cn-north-4,p1,,,,,image_pull,"
                        + "info,alice,user,10.0.0.7,image,library/nginx,,pulled nginx by hand,"
                        + "\"{\"\"digest\"\":\"\"sha256:4f2a\"\"}\"\r\n"
                        + "2026-11-21T08:00:00.126Z,2026-11-21T07:00:00.123Z," + "4".repeat(32)
                        + ",orders-db,database-audit,cn-north-4,p1,db-1in07,,,,audit-log-file,info,,,,audit-log,audit_01,,"
                        + "\"audit log audit_01, 20481.835938 KB\",\"{}\"\r\n");
    }

    @Test
    void aClusterHasItsCellsAndUpstreamValuesStayExactlyAsTheyWereSent() {
        assertThat(csv(SampleEvents.clusterEvent()))
                .contains(",p1,,c-1,Prod,cce,kubernetes-event,warning,,,,Pod,checkout-7d9f,shop,BackOff,")
                .contains("\"\"line_num\"\":1234567890123456789,\"\"size\"\":20481.8359380,\"\"ratio\"\":1E+2")
                .contains("\"\"labels\"\":{\"\"app\"\":\"\"checkout\"\",\"\"n\"\":[1.50]}")
                .contains("\"\"note\"\":\"\"tab\\tquote\\\"\"");
    }

    @Test
    void rawIsTheLastColumnWhenAskedFor() {
        String page = Written.of(out -> CsvPage.of(List.of(SampleEvents.imageLog()), out, RawRecords.INCLUDED));
        assertThat(page)
                .startsWith(HEADER + ",raw\r\n")
                .endsWith(",\"{\"\"content\"\":\"\"pulled nginx by hand\"\"}\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void whatASpreadsheetWouldReckonGetsAnApostrophe(String cell) {
        assertThat(messageOf(cell)).isEqualTo("'" + cell);
    }

    @Test
    void everyCellOfATextIsGuarded() {
        Event event = with(new Actor("=a", "+b", "-c"), new Resource("@d", "\re"), "=f", "=g");
        assertThat(csv(event)).contains(",'=a,'+b,'-c,'@d,\"'\re\",'=f,'=g,");
    }

    @Test
    void cellsAreQuotedWhenTheyMustBe() {
        assertThat(messageOf("a,b")).isEqualTo("\"a,b\"");
        assertThat(messageOf("a \"b\"")).isEqualTo("\"a \"\"b\"\"\"");
        assertThat(messageOf("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(messageOf("=\"a\"")).isEqualTo("\"'=\"\"a\"\"\"");
        assertThat(messageOf(" a=b ")).isEqualTo(" a=b ");
        assertThat(messageOf("é\uD83D\uDE80")).isEqualTo("é\uD83D\uDE80");
    }

    @Test
    void halfOfACharacterIsReplacedInATextAndAnEscapeInJson() {
        assertThat(messageOf("a\uD83Db")).isEqualTo("a\uFFFDb");
        Event event = SampleEvents.imageLog().with("half", Value.string("\uD83D"));
        assertThat(csv(event)).contains("\"\"half\"\":\"\"\\uD83D\"\"");
    }

    private static String messageOf(String message) {
        String line = csv(with(null, null, null, message));
        return line.substring(line.indexOf(",info,,,,,,,") + ",info,,,,,,,".length(), line.lastIndexOf(",\"{}\""));
    }

    private static Event with(Actor actor, Resource resource, String namespace, String message) {
        Event event = SampleEvents.imageLog();
        return new Event(
                event.id(),
                event.time(),
                null,
                event.source(),
                event.kind(),
                event.scope(),
                event.action(),
                event.severity(),
                actor,
                resource,
                namespace,
                message,
                Map.of(),
                Map.of());
    }

    private static String csv(Event... events) {
        return Written.of(out -> CsvPage.of(List.of(events), out, RawRecords.LEFT_OUT));
    }
}
