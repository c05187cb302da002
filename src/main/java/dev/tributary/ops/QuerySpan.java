package dev.tributary.ops;

import dev.tributary.http.Ending;
import dev.tributary.http.QueryEnd;
import dev.tributary.http.QueryTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Set;

/** The span of a query, from when it was understood until its answer has ended. */
record QuerySpan(Span span) implements QueryTrace {
    private static final Set<Ending> ERRORS = Set.of(Ending.FAILED, Ending.CUT);

    @Override
    public String traceparent() {
        return Tracing.traceparent(span);
    }

    @Override
    public void ended(QueryEnd end) {
        span.setAttribute("tributary.format", end.format().text())
                .setAttribute("tributary.outcome", end.how().text())
                .setAttribute("tributary.events", end.events())
                .setAttribute("tributary.upstream.calls", end.upstreamCalls());
        if (end.status() > 0) {
            span.setAttribute("http.response.status_code", end.status());
        }
        if (ERRORS.contains(end.how())) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
