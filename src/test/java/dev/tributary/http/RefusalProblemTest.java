package dev.tributary.http;

import static dev.tributary.http.Requests.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.Refusal;
import dev.tributary.fanout.SourceReport;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import dev.tributary.source.Figures;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.SourceId;
import dev.tributary.walk.Walk;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalProblemTest {

    private static final Figures ASKED = Figures.of(3, 0, 0, 0, null);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "THROTTLED, 503",
        "CIRCUIT_OPEN THROTTLED, 503",
        "TIMEOUT, 504",
        "TIMEOUT TIMEOUT, 504",
        "TIMEOUT THROTTLED, 502",
        "UNREACHABLE, 502",
        "AUTH, 502",
        "INCONSISTENT, 502"
    })
    void statusTellsWhatAllFailuresHaveInCommon(String types, int status) {
        List<SourceReport> reports = Arrays.stream(types.split(" "))
                .map(type -> failed(FailureType.valueOf(type), null, ASKED))
                .toList();
        assertThat(response("", reports).getStatus()).isEqualTo(status);
    }

    @Test
    void longestWaitIsToldInWholeSecondsThatAreEnough() {
        List<SourceReport> reports = List.of(
                failed(FailureType.THROTTLED, Duration.ofSeconds(3), ASKED),
                failed(FailureType.CIRCUIT_OPEN, Duration.ofMillis(4_001), ASKED),
                failed(FailureType.THROTTLED, null, ASKED));
        assertThat(response("", reports).getHeaderString("Retry-After")).isEqualTo("5");
    }

    @Test
    void waitIsNotToldWhenWaitingMayNotHelp() {
        List<SourceReport> reports = List.of(
                failed(FailureType.THROTTLED, Duration.ofSeconds(3), ASKED), failed(FailureType.AUTH, null, ASKED));
        assertThat(response("", reports).getHeaderString("Retry-After")).isNull();
    }

    @Test
    void sourceThatLeftOnAnEarlierPageIsNamedButDoesNotCount() {
        Response response =
                response("", List.of(failed(FailureType.TIMEOUT, null, ASKED), failed(FailureType.AUTH, null, null)));
        assertThat(response.getStatus()).isEqualTo(504);
        assertThat(body(response)).contains("\"type\":\"auth\"");
    }

    @Test
    void withoutContinuesWithoutThoseThatFailed() {
        assertThat(without("")).isEqualTo(accepted("").frozen().link(walk()));
    }

    @Test
    void withoutOfARequestThatDeniesGapsAllowsThem() {
        assertThat(without("partial=deny"))
                .isEqualTo(accepted("partial=deny").frozen().allowingGaps().link(walk()));
    }

    private static String without(String query) {
        String body = body(response(query, List.of(failed(FailureType.TIMEOUT, null, ASKED))));
        return body.substring(body.indexOf("/events?cursor="), body.length() - "\"}".length());
    }

    private static Response response(String query, List<SourceReport> reports) {
        EventsRequest request = accepted(query);
        List<SourceReport> all =
                Stream.concat(reports.stream(), Stream.of(skipped())).toList();
        return new RefusalProblem(request, new Refusal(request.query(), all, walk())).response();
    }

    private static Walk walk() {
        return Walk.begin(EventOrder.DESC, accepted("").query().window(), List.of("images"));
    }

    private static String body(Response response) {
        return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
    }

    private static SourceReport failed(FailureType type, Duration retryAfter, Figures figures) {
        SourceFailure failure = new SourceFailure(type, "It could not be read.", null, null, retryAfter);
        return new SourceReport(id().name(), id().kind(), Status.FAILED, 0, figures, Duration.ZERO, failure, List.of());
    }

    private static SourceReport skipped() {
        return new SourceReport(id().name(), id().kind(), Status.SKIPPED, 0, null, Duration.ZERO, null, List.of());
    }

    private static SourceId id() {
        return new SourceId("images", Kind.IMAGE_LOG, SampleEvents.IMAGES);
    }
}
