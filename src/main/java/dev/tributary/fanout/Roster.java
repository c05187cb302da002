package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.Allowance;
import dev.tributary.source.EventSource;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.SourceId;
import dev.tributary.source.Sources;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Walk;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which sources take part in one page of a walk, and what of the window is left to ask them for. */
record Roster(Query query, Walk walk, Sources sources) {

    static Roster of(Query query, Sources sources) {
        Walk walk = query.walk() != null
                ? query.walk()
                : Walk.begin(query.order(), query.window(), matching(query.filter(), sources));
        return new Roster(query, walk, sources);
    }

    /** The same sources for a later page of the walk. */
    Roster at(Walk place) {
        return new Roster(query.goingOn(place), place, sources);
    }

    /** The same page for so many events at most. */
    Roster upTo(long events) {
        return new Roster(query.upTo(events), walk, sources);
    }

    private static List<String> matching(Filter filter, Sources sources) {
        return sources.all().stream()
                .map(EventSource::id)
                .filter(filter::canMatch)
                .map(source -> source.name())
                .sorted()
                .toList();
    }

    List<Participant> participants(Allowance allowance, Clock clock) {
        return asked().stream()
                .map(source -> participant(source, allowance, clock))
                .toList();
    }

    /** Sources of the walk that are configured. */
    List<EventSource> asked() {
        return walk.sources().stream()
                .flatMap(name -> sources.named(name).stream())
                .toList();
    }

    private Participant participant(EventSource source, Allowance allowance, Clock clock) {
        return new Participant(source, request(source.id(), allowance), this::isWanted, query.partial(), clock);
    }

    private ReadRequest request(SourceId source, Allowance allowance) {
        return new ReadRequest(
                walk.position().rest(query.order(), query.window()),
                query.order(),
                query.limit(),
                query.freshness(),
                query.scan(),
                walk.hintsFor(source.name()),
                allowance);
    }

    /** The longest of all sources that took part at any time. */
    Duration overlap() {
        return Stream.of(walk.sources(), walk.finished(), departed())
                .flatMap(List::stream)
                .flatMap(name -> sources.named(name).stream())
                .map(source -> source.status().overlap())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private List<String> departed() {
        return walk.departed().stream().map(Departure::source).toList();
    }

    /** Sources of the walk that are no longer configured. */
    List<String> gone() {
        return walk.sources().stream()
                .filter(name -> sources.named(name).isEmpty())
                .toList();
    }

    private boolean isWanted(Event event) {
        return walk.position().isBefore(event.key(), query.order())
                && query.filter().matches(event);
    }
}
