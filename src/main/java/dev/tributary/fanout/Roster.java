package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.EventSource;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Which sources take part in one page of a walk, and what of the window is left to ask them for. */
record Roster(Query query, Walk walk, Sources sources) {

    static Roster of(Query query, Sources sources) {
        Walk walk = query.walk() != null
                ? query.walk()
                : Walk.begin(query.order(), query.window(), matching(query.filter(), sources));
        return new Roster(query, walk, sources);
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
        ReadRequest request =
                new ReadRequest(windowLeft(), query.order(), query.limit(), Freshness.CACHED, Hints.none(), allowance);
        return walk.sources().stream()
                .flatMap(name -> sources.named(name).stream())
                .map(source -> new Participant(source, request, this::isWanted, clock))
                .toList();
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

    private Window windowLeft() {
        Position position = walk.position();
        Window window = query.window();
        return query.order() == EventOrder.DESC
                ? new Window(window.from(), earlier(position.time().plusMillis(1), window.to()))
                : new Window(position.time(), window.to());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
