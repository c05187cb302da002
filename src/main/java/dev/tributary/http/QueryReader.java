package dev.tributary.http;

import dev.tributary.event.EventOrder;
import dev.tributary.fanout.Filter;
import dev.tributary.fanout.FilterField;
import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Query;
import dev.tributary.fanout.QueryConfig;
import dev.tributary.format.RawRecords;
import dev.tributary.source.Freshness;
import dev.tributary.source.Scan;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the parameters of {@code GET /events} mean, those of a first request and those in a cursor alike.
 *
 * @param now taken once a request, in whole milliseconds
 */
record QueryReader(ParameterReader reader, QueryConfig config, Sources sources, Instant now) {

    private static final Map<String, EventOrder> ORDERS =
            Map.of(EventOrder.ASC.text(), EventOrder.ASC, EventOrder.DESC.text(), EventOrder.DESC);
    private static final Map<String, PartialMode> PARTIAL_MODES =
            Map.of("allow", PartialMode.ALLOW, "deny", PartialMode.DENY);
    private static final Map<String, RawRecords> INCLUDES = Map.of("raw", RawRecords.INCLUDED);
    private static final Map<String, Scan> SCANS = Map.of("full", Scan.FULL);

    /** Empty if the window cannot be told; other violations are reported only. */
    Optional<Query> query(@Nullable Walk walk) {
        EventOrder order = reader.choice(Parameters.ORDER, ORDERS, EventOrder.DESC);
        long limit = reader.number(Parameters.LIMIT, format().largestLimit(config), format().defaultLimit(config));
        PartialMode partial = reader.choice(Parameters.PARTIAL, PARTIAL_MODES, PartialMode.ALLOW);
        Filter filter = filter();
        Scan scan = scan();
        Optional<Window> window = reader.window(now, config.maxWindow(), settled(filter));
        return window.map(it -> new Query(it, order, limit, filter, partial, Freshness.CACHED, scan, walk));
    }

    /** By the slowest of the sources that can match. */
    private Instant settled(Filter filter) {
        Duration slowest = sources.all().stream()
                .filter(source -> filter.canMatch(source.id()))
                .map(source -> source.status().settle())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return now.minus(slowest).truncatedTo(ChronoUnit.MILLIS);
    }

    Format format() {
        return reader.choice(Parameters.FORMAT, Format.byText(), Format.JSON);
    }

    private Scan scan() {
        Scan scan = reader.choice(Parameters.SCAN, SCANS, Scan.NEEDED);
        if (scan == Scan.FULL && format() != Format.NDJSON) {
            reader.violations().add(Parameters.SCAN, "is for format=ndjson only: no page has time for all of a list");
        }
        return scan;
    }

    RawRecords raw() {
        return reader.choice(Parameters.INCLUDE, INCLUDES, RawRecords.LEFT_OUT);
    }

    Filter filter() {
        Map<FilterField, List<String>> patterns = new EnumMap<>(FilterField.class);
        for (FilterField field : FilterField.values()) {
            patterns.put(field, reader.texts(field.text()));
        }
        return Filter.of(patterns, reader.text(Parameters.Q).orElse(null));
    }
}
