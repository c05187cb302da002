package dev.tributary.ops;

import dev.tributary.source.CallTrace;
import dev.tributary.source.SourceFailure;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** The span of one request to an upstream, until its answer was read. */
record CallSpan(Span span) implements CallTrace {

    @Override
    public String traceparent() {
        return Tracing.traceparent(span);
    }

    @Override
    public void answered() {
        end("ok");
    }

    @Override
    public void failed(SourceFailure why) {
        if (why.upstreamStatus() != null) {
            span.setAttribute("http.response.status_code", why.upstreamStatus());
        }
        span.setStatus(StatusCode.ERROR);
        end(why.type().text());
    }

    private void end(String outcome) {
        span.setAttribute("tributary.outcome", outcome).end();
    }
}
