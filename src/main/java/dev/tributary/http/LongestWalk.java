package dev.tributary.http;

import dev.tributary.event.EventKey;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.walk.Departure;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How large a walk can grow, so that a query whose cursor might not fit a URL is refused before it begins.
 * Without hints, which a cursor leaves out when they do not fit.
 */
final class LongestWalk {

    private static final String ID = "f".repeat(32);

    /**
     * How many sources are reckoned to leave right behind an event of their own, which takes an id to say. No page has
     * more than one such source, so a walk that has more is a walk of many pages and as many failures.
     */
    private static final int BEHIND_OWN_EVENTS = 8;

    private LongestWalk() {}

    /** A walk that all of these sources have left. */
    static Walk of(List<SourceId> sources, Window window) {
        Instant time = window.to().minusMillis(1);
        String longest = sources.stream().map(SourceId::name).reduce("", LongestWalk::longer);
        List<Departure> departed = IntStream.range(0, sources.size())
                .mapToObj(i -> departure(sources.get(i).name(), time, i < BEHIND_OWN_EVENTS))
                .toList();
        return new Walk(
                new Position.After(new EventKey(time, longest, ID)),
                List.of(),
                List.of(),
                departed,
                true,
                time,
                Map.of());
    }

    private static Departure departure(String source, Instant time, boolean behindOwnEvent) {
        Position place = behindOwnEvent ? new Position.After(new EventKey(time, source, ID)) : new Position.At(time);
        return new Departure(source, place, FailureType.UPSTREAM_ERROR);
    }

    private static String longer(String a, String b) {
        return a.length() >= b.length() ? a : b;
    }
}
