package dev.tributary.http;

import dev.tributary.fanout.Query;
import dev.tributary.format.RawRecords;
import dev.tributary.source.Window;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that continues a walk. Its cursor may come from anybody, so what it carries is checked like any parameter;
 * only its sources need not be known, since one that was removed in mid-walk is a gap.
 *
 * @param given what the client sent beside the cursor
 * @param walk as far as its sources exist for the caller
 * @param reader of the cursor's parameters, and of those given that each page may choose
 */
record LaterRequest(Parameters given, QueryReader reader, Frozen frozen, Walk walk) {

    Optional<EventsRequest> check(Violations violations) {
        frozen.compare(given, violations);
        RawRecords raw = reader.raw();
        Format format = reader.format();
        Optional<Query> query = reader.query(walk);
        if (query.isPresent() && !fits(query.get().window())) {
            violations.add(Parameters.CURSOR, "is no place in its own window");
        }
        if (walk.isEmpty()) {
            violations.add(Parameters.CURSOR, "names no source");
        }
        violations.blameCursorForAllBut(given.texts().keySet());
        return query.map(it -> new EventsRequest(it, raw, format, frozen));
    }

    private boolean fits(Window window) {
        return Stream.concat(
                        Stream.of(walk.position()), walk.departed().stream().map(Departure::place))
                .allMatch(place -> fits(place, window));
    }

    // A source that has delivered all of a window, newest first, stands one millisecond before it.
    private static boolean fits(Position place, Window window) {
        return !place.time().isBefore(window.from().minusMillis(1))
                && !place.time().isAfter(window.to());
    }
}
