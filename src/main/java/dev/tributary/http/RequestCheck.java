package dev.tributary.http;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.source.EventSource;
import dev.tributary.source.SourceId;
import dev.tributary.source.Sources;
import dev.tributary.walk.Cursor;
import dev.tributary.walk.CursorCodec;
import dev.tributary.walk.MalformedCursorException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a query of a request's parameters, or tells everything that is wrong with them. */
@ApplicationScoped
class RequestCheck {

    private final QueryConfig config;
    private final Sources sources;
    private final Clock clock;

    RequestCheck(QueryConfig config, Sources sources, Clock clock) {
        this.config = config;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param sent the request's parameters, decoded; those without a value as an empty text
     * @param seen of the sources, those that exist for the caller
     * @throws NotAcceptableException if {@code accept} rules out every format
     */
    Checked check(Map<String, List<String>> sent, Accept accept, SourcePatterns seen) {
        Violations violations = new Violations();
        Parameters given = Parameters.sound(sent, violations);
        Optional<String> cursor = given.single(Parameters.CURSOR);
        Negotiation negotiation = new Negotiation(given, accept);
        Optional<EventsRequest> request = cursor.isPresent()
                ? later(cursor.get(), negotiation, seen, violations)
                : first(negotiation, seen, violations);
        return request.isPresent() && violations.isEmpty() ? request.get() : violations.rejected();
    }

    private Optional<EventsRequest> first(Negotiation negotiation, SourcePatterns seen, Violations violations) {
        Sources known = seen.seenOf(sources);
        Parameters asked = negotiation.first();
        return new FirstRequest(negotiation.given(), asked, reader(asked, known, violations), ids(known))
                .check(violations);
    }

    private Optional<EventsRequest> later(
            String text, Negotiation negotiation, SourcePatterns seen, Violations violations) {
        return decode(text, violations).flatMap(cursor -> {
            Frozen frozen = Frozen.of(cursor);
            Parameters given = negotiation.given();
            Parameters chosen = Parameters.sound(frozen.overriddenBy(given), violations);
            Parameters effective = negotiation.later(chosen, frozen.single(Parameters.FORMAT));
            return new LaterRequest(
                            given,
                            reader(effective, seen.seenOf(sources), violations),
                            frozen,
                            seen.seenOf(cursor.walk()))
                    .check(violations);
        });
    }

    private static List<SourceId> ids(Sources known) {
        return known.all().stream().map(EventSource::id).toList();
    }

    private QueryReader reader(Parameters parameters, Sources known, Violations violations) {
        return new QueryReader(
                new ParameterReader(parameters, violations),
                config,
                known,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Optional<Cursor> decode(String text, Violations violations) {
        try {
            return Optional.of(CursorCodec.decode(text));
        } catch (MalformedCursorException e) {
            violations.add(Parameters.CURSOR, "is damaged, or no cursor of this service");
            return Optional.empty();
        }
    }
}
