package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Query;
import dev.tributary.source.Scan;
import dev.tributary.walk.Walk;
import jakarta.ws.rs.NotAcceptableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code format=} goes before {@code Accept}, that before the walk's format, and JSON is what is left. */
class NegotiationTest {

    /** Accept, parameters of the first request, its format and limit, of the second one the same. */
    @ParameterizedTest(name = "{0} {1}, then {4} {5}: {6}, {7} at most")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -                    | q=x                     | JSON   | 100                 | -                 | -                    | JSON   | 100
            */*                  | q=x                     | JSON   | 100                 | */*               | -                    | JSON   | 100
            text/csv             | q=x                     | CSV    | 1000                | -                 | -                    | CSV    | 1000
            text/csv             | q=x                     | CSV    | 1000                | */*               | -                    | CSV    | 1000
            text/csv             | format=json             | JSON   | 100                 | text/csv          | -                    | CSV    | 1000
            -                    | format=csv&limit=7      | CSV    | 7                   | -                 | -                    | CSV    | 7
            -                    | format=csv&limit=7      | CSV    | 7                   | -                 | limit=8              | CSV    | 8
            -                    | format=csv&limit=7      | CSV    | 7                   | -                 | format=json          | JSON   | 100
            -                    | format=csv&limit=7      | CSV    | 7                   | application/json  | -                    | JSON   | 100
            -                    | format=csv&limit=7      | CSV    | 7                   | application/json  | limit=8              | JSON   | 8
            -                    | format=csv&limit=7      | CSV    | 7                   | application/json  | format=csv           | CSV    | 7
            -                    | limit=7                 | JSON   | 7                   | -                 | format=json          | JSON   | 7
            -                    | limit=7                 | JSON   | 7                   | -                 | format=csv           | CSV    | 1000
            -                    | limit=7                 | JSON   | 7                   | -                 | format=ndjson        | NDJSON | 9223372036854775807
            application/x-ndjson | q=x                     | NDJSON | 9223372036854775807 | -                 | -                    | NDJSON | 9223372036854775807
            -                    | format=ndjson&limit=123456789012345 | NDJSON | 123456789012345 | -         | -                    | NDJSON | 123456789012345
            -                    | format=ndjson&limit=5000 | NDJSON | 5000               | -                 | format=json          | JSON   | 100
            text/html,*/*;q=0.1  | format=ndjson           | NDJSON | 9223372036854775807 | text/html,*/*;q=0.1 | -                  | NDJSON | 9223372036854775807
            """)
    void formatAndLimit(
            String accept, String first, Format format, long limit, String then, String more, Format later, long most) {
        EventsRequest request = (EventsRequest) Requests.check(first, accept(accept));
        assertThat(request.format()).isEqualTo(format);
        assertThat(request.query().limit()).isEqualTo(limit);
        EventsRequest next =
                (EventsRequest) Requests.check(cursor(request) + (more == null ? "" : "&" + more), accept(then));
        assertThat(next.format()).isEqualTo(later);
        assertThat(next.query().limit()).isEqualTo(most);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                | JSON
            APPLICATION/X-NDJSON                            | NDJSON
            text/*                                          | CSV
            application/*                                   | JSON
            application/json;q=0.2, text/csv                | CSV
            application/json;q=0.2, text/csv;q=0.3          | CSV
            application/json;q=0.3, text/csv;q=0.2          | JSON
            text/csv;header=present;q=0.9, application/json;q=0.5 | CSV
            */*, application/json;q=0                       | NDJSON
            application/*;q=0.5, application/x-ndjson;q=0.6 | NDJSON
            text/html, application/xhtml+xml, */*;q=0.8     | JSON
            application/json, text/plain, */*               | JSON
            text/csv;q=high                                 | CSV
            ,,;;q=1, */*                                    | JSON
            """)
    void whatTheClientLikesBestIsServed(String accept, Format best) {
        assertThat(((EventsRequest) Requests.check("q=x", accept(accept))).format())
                .isEqualTo(best);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "text/csv;q=0.0", "garbage"})
    void nothingThatIsAcceptedIsNotAcceptable(String accept) {
        assertThatThrownBy(() -> Requests.check("q=x", accept(accept))).isInstanceOf(NotAcceptableException.class);
        assertThat(Requests.check("format=csv", accept(accept))).isInstanceOf(EventsRequest.class);
    }

    @Test
    void csvDeniesGapsUnlessSaidOtherwiseAndSoDoesTheRestOfItsWalk() {
        EventsRequest csv = Requests.accepted("format=csv");
        assertThat(csv.query().partial()).isEqualTo(PartialMode.DENY);
        assertThat(partialOf(cursor(csv))).isEqualTo(PartialMode.DENY);
        assertThat(partialOf(cursor(csv) + "&format=json")).isEqualTo(PartialMode.DENY);
        assertThat(partialOf("format=csv&partial=allow")).isEqualTo(PartialMode.ALLOW);
        assertThat(partialOf(cursor(Requests.accepted("q=x")) + "&format=csv")).isEqualTo(PartialMode.ALLOW);
    }

    @Test
    void whatAFormatAddsIsNothingThatTheClientHasSent() {
        assertThat(Requests.violations(cursor(Requests.accepted("format=csv")) + "&partial=allow"))
                .extracting(Violation::parameter)
                .containsExactly("partial");
        assertThat(Requests.check(cursor(Requests.accepted("format=csv&partial=deny")) + "&partial=deny"))
                .isInstanceOf(EventsRequest.class);
    }

    @Test
    void aWholeListIsScannedForAnExportOnly() {
        Query scan = Requests.accepted("scan=full&format=ndjson").query();
        assertThat(scan.scan()).isEqualTo(Scan.FULL);
        assertThat(Requests.accepted("format=ndjson").query().scan()).isEqualTo(Scan.NEEDED);
        for (String query : List.of("scan=full", "scan=full&format=csv", "scan=half&format=ndjson")) {
            assertThat(Requests.violations(query))
                    .extracting(Violation::parameter)
                    .containsExactly("scan");
        }
    }

    private static PartialMode partialOf(String query) {
        return Requests.accepted(query).query().partial();
    }

    /** A request for what comes next. */
    private static String cursor(EventsRequest request) {
        Query query = request.query();
        Walk walk = Walk.begin(query.order(), query.window(), List.of("images"));
        return request.frozen().link(walk).split("\\?")[1];
    }

    private static Accept accept(String line) {
        return Accept.of(line == null ? List.of() : List.of(line));
    }
}
