package dev.tributary.ops;

import dev.tributary.event.Kind;
import dev.tributary.http.QueryTrace;
import dev.tributary.http.QueryTraces;
import dev.tributary.source.CallTrace;
import dev.tributary.source.SourceId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens a span for every query and for every request to an upstream, where traces are switched on. All they hold is
 * described in docs/OPERATING.md.
 */
@Singleton
final class Tracing implements QueryTraces {
    private final Tracer tracer;
    private final boolean isOff;

    Tracing(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this.tracer = tracer;
        this.isOff = isOff;
    }

    @Override
    public QueryTrace begin(@Nullable String caller) {
        return isOff ? QueryTrace.NONE : new QuerySpan(begun("GET /events", SpanKind.SERVER, caller));
    }

    /** @param query the query's own {@code traceparent}; null if nobody follows it */
    CallTrace begin(SourceId source, @Nullable String query) {
        if (query == null) {
            return CallTrace.NONE;
        }
        Kind kind = source.kind();
        Span span = begun("call " + kind.text(), SpanKind.CLIENT, query)
                .setAttribute("tributary.source", source.name())
                .setAttribute("tributary.kind", kind.text());
        return new CallSpan(span);
    }

    private Span begun(String name, SpanKind kind, @Nullable String parent) {
        SpanBuilder span = tracer.spanBuilder(name).setSpanKind(kind);
        return span.setParent(ParentOnly.contextOf(parent)).startSpan();
    }

    static String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return String.join(
                "-",
                "00",
                context.getTraceId(),
                context.getSpanId(),
                context.getTraceFlags().asHex());
    }

    /**
     * Reads no other header, above all no {@code tracestate}: a caller's text would go on into our spans. What is not of
     * the form begins a trace of its own.
     */
    private enum ParentOnly implements TextMapGetter<String> {
        READER;

        static Context contextOf(@Nullable String traceparent) {
            return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, READER);
        }

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals("traceparent") ? traceparent : null;
        }
    }
}
