package dev.tributary.format;

import dev.tributary.fanout.SourceReport;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Figures;
import dev.tributary.source.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The member {@code sources} of answers and problems: what each source did.
 *
 * @param links where a gap can be read again
 */
public record JsonReports(JsonWriter json, Function<NamedGap, String> links) {

    public void write(List<SourceReport> reports) {
        json.array("sources", reports, this::report);
    }

    void report(SourceReport report) {
        json.text("name", report.name());
        json.text("kind", report.kind() == null ? null : report.kind().text());
        json.text("status", report.status().text());
        json.number("events", report.events());
        figures(report.figures(), report.took());
        error(report.error());
        if (!report.gaps().isEmpty()) {
            json.array("gaps", report.gaps(), this::gap);
        }
    }

    private void figures(@Nullable Figures figures, Duration took) {
        if (figures != null) {
            json.number("upstreamCalls", figures.upstreamCalls());
            json.number("sharedReads", figures.sharedReads());
            json.number("cachedSlices", figures.cachedSlices());
            json.number("unreadable", figures.unreadable());
            json.number("tookMs", took.toMillis());
            json.time("asOf", figures.asOf());
            json.text(
                    "order",
                    figures.listOrder() == null ? null : figures.listOrder().text());
            json.duration("tolerance", figures.tolerance());
        }
    }

    private void error(@Nullable SourceFailure failure) {
        if (failure != null) {
            json.object("error", it -> JsonFailure.write(it, failure));
        }
    }

    private void gap(NamedGap gap) {
        json.time("from", gap.window().from());
        json.time("to", gap.window().to());
        json.bool("uncertain", gap.uncertain());
        json.text("link", links.apply(gap));
    }
}
