package dev.tributary.http;

import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Refusal;
import dev.tributary.fanout.SourceReport;
import dev.tributary.format.JsonReports;
import dev.tributary.format.JsonWriter;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A query that failed as a whole, with what its client can do about it. */
record RefusalProblem(EventsRequest request, Refusal refusal) {

    private static final Set<FailureType> NOT_NOW = EnumSet.of(FailureType.THROTTLED, FailureType.CIRCUIT_OPEN);
    private static final Set<FailureType> TOO_SLOW = EnumSet.of(FailureType.TIMEOUT);

    Response response() {
        ProblemType type = type();
        Response.ResponseBuilder response = new Problem(type, detail(), this::members).response();
        if (type == ProblemType.SOURCES_UNAVAILABLE) {
            longestWait().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait));
        }
        return response.build();
    }

    private ProblemType type() {
        if (allFailuresAre(NOT_NOW)) {
            return ProblemType.SOURCES_UNAVAILABLE;
        }
        return allFailuresAre(TOO_SLOW) ? ProblemType.SOURCES_TIMED_OUT : ProblemType.SOURCES_FAILED;
    }

    private boolean allFailuresAre(Set<FailureType> types) {
        return failures().findAny().isPresent()
                && failures().map(SourceFailure::type).allMatch(types::contains);
    }

    // A source that left on an earlier page is named too, but was not asked, so its error says nothing of this request.
    private Stream<SourceFailure> failures() {
        return refusal.sources().stream()
                .filter(report -> report.figures() != null)
                .map(SourceReport::error)
                .filter(Objects::nonNull);
    }

    private Optional<Long> longestWait() {
        return failures()
                .map(SourceFailure::retryAfter)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .map(wait -> wait.plusNanos(999_999_999).toSeconds());
    }

    private String detail() {
        return isDeny()
                ? "A part of the window could not be read, and the request allows no gap. Repeat it, or go on with gaps"
                        + " at the address given as without."
                : "Nothing could be read. Repeat the request, or go on without these sources at the address given as"
                        + " without.";
    }

    private void members(JsonWriter json) {
        new JsonReports(json, request::gapLink).write(refusal.sources());
        json.text("without", without().link(refusal.without()));
    }

    private Frozen without() {
        return isDeny() ? request.frozen().allowingGaps() : request.frozen();
    }

    private boolean isDeny() {
        return refusal.query().partial() == PartialMode.DENY;
    }
}
