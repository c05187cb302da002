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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the parameters of {@code GET /events} mean, those of a first request and those in a cursor alike.
 *
 * @param now taken once a request, in whole milliseconds
 */
record QueryReader(ParameterReader reader, QueryConfig config, Sources sources, Instant now) {

    private static final int DEFAULT_LIMIT = 100;
    private static final Map<String, EventOrder> ORDERS =
            Map.of(EventOrder.ASC.text(), EventOrder.ASC, EventOrder.DESC.text(), EventOrder.DESC);
    private static final Map<String, PartialMode> PARTIAL_MODES =
            Map.of("allow", PartialMode.ALLOW, "deny", PartialMode.DENY);
    private static final Map<String, RawRecords> INCLUDES = Map.of("raw", RawRecords.INCLUDED);
    private static final Map<String, String> FORMATS = Map.of("json", "application/json");

    /** Empty if the window cannot be told; other violations are reported only. */
    Optional<Query> query(@Nullable Walk walk) {
        refuseWhatComesLater();
        reader.choice(Parameters.FORMAT, FORMATS, "application/json");
        EventOrder order = reader.choice(Parameters.ORDER, ORDERS, EventOrder.DESC);
        int limit = reader.number(Parameters.LIMIT, config.maxLimit(), Math.min(DEFAULT_LIMIT, config.maxLimit()));
        PartialMode partial = reader.choice(Parameters.PARTIAL, PARTIAL_MODES, PartialMode.ALLOW);
        Filter filter = filter();
        Optional<Window> window = reader.window(now, config.maxWindow(), settled(filter));
        return window.map(it -> new Query(it, order, limit, filter, partial, Freshness.CACHED, Scan.NEEDED, walk));
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

    private void refuseWhatComesLater() {
        reader.refuse(Parameters.SCAN, any -> true);
        reader.refuse(Parameters.FORMAT, Set.of("ndjson", "csv")::contains);
    }
}
