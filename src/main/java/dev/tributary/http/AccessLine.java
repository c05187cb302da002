package dev.tributary.http;

import dev.tributary.fanout.SourceReport;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.Figures;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the access log says of one request for events. Described in docs/CALLERS.md.
 *
 * @param isCut whether the answer ended before its end
 */
record AccessLine(RoutingContext context, Visit visit, Duration took, boolean isCut) {

    private static final String NONE = "-";

    @Override
    public String toString() {
        return new Logfmt()
                .with("caller", caller())
                .with("method", context.request().method().name())
                .with("status", status() == 0 ? NONE : status())
                .with("query", new QueryText(context.request().query()))
                .with("format", visit.format() == null ? NONE : visit.format().text())
                .with("sources", asked().count())
                .with("complete", having(Status.COMPLETE))
                .with("partial", having(Status.PARTIAL))
                .with("failed", having(Status.FAILED))
                .with("events", visit.events())
                .with("gaps", gaps())
                .with("upstreamCalls", upstreamCalls())
                .with("tookMs", took.toMillis())
                .with("outcome", outcome())
                .toString();
    }

    /** Has what became a query counted, and tells who follows it. */
    void tell(QueryMeter queries) {
        Ending ending = visit.ending(status(), isCut);
        if (ending != null) {
            Format format = Objects.requireNonNull(visit.format());
            queries.ended(format, ending, took);
            visit.trace().ended(new QueryEnd(format, ending, status(), visit.events(), upstreamCalls()));
        }
    }

    private String caller() {
        return Optional.ofNullable(Doorkeeper.caller(context)).map(Caller::name).orElse(NONE);
    }

    /** 0 if the client went before it was told. */
    private int status() {
        return context.response().headWritten() ? context.response().getStatusCode() : 0;
    }

    private Stream<SourceReport> asked() {
        return visit.reports().stream().filter(report -> report.figures() != null);
    }

    private long having(Status status) {
        return asked().filter(report -> report.status() == status).count();
    }

    private long gaps() {
        return visit.reports().stream()
                .map(SourceReport::gaps)
                .mapToLong(List::size)
                .sum();
    }

    private long upstreamCalls() {
        return asked().map(SourceReport::figures)
                .filter(Objects::nonNull)
                .mapToLong(Figures::upstreamCalls)
                .sum();
    }

    private String outcome() {
        Ending ending = visit.ending(status(), isCut);
        return ending == null ? withoutQuery() : ending.text();
    }

    private String withoutQuery() {
        return switch (status()) {
            case 0 -> "abandoned";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            default -> status() >= 500 ? "defect" : "rejected";
        };
    }
}
