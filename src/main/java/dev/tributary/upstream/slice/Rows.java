package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import dev.tributary.event.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The records of one upstream answer, normalised.
 *
 * @param events each once, in the order of the answer; rows that are equal in all hashed fields are one event, with
 *     {@code attributes.repeated}
 * @param count rows in the answer, unreadable and repeated ones included
 * @param unreadable rows without a usable time
 */
public record Rows(List<Event> events, int count, int unreadable) {
    private static final Logger LOG = Logger.getLogger(Rows.class);
    private static final Pattern LOGGABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public static Rows of(Page page, Normaliser normaliser) {
        List<Row> rows = page.records().stream().map(normaliser::normalise).toList();
        List<Row.Unreadable> unreadable = only(Row.Unreadable.class, rows);
        if (!unreadable.isEmpty()) {
            LOG.warnf(
                    "%d records without a usable time, the first with %s", unreadable.size(), names(unreadable.get(0)));
        }
        return new Rows(folded(only(Row.Normalised.class, rows)), rows.size(), unreadable.size());
    }

    private static <T extends Row> List<T> only(Class<T> type, List<Row> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Set<String> names(Row.Unreadable row) {
        return row.fields().stream().map(Rows::loggable).collect(Collectors.toSet());
    }

    /** Names come from outside: a line break in one would forge a log line. */
    private static String loggable(String name) {
        return LOGGABLE.matcher(name).matches() ? name : "?";
    }

    private static List<Event> folded(List<Row.Normalised> rows) {
        Map<String, Event> events = new LinkedHashMap<>();
        Map<String, Integer> twins = new HashMap<>();
        for (Row.Normalised row : rows) {
            Event before = events.putIfAbsent(row.event().id(), row.event());
            if (before != null) {
                twins.merge(before.id(), 2, (times, two) -> times + 1);
            }
        }
        twins.forEach((id, times) -> events.computeIfPresent(id, (same, event) -> repeated(event, times)));
        return List.copyOf(events.values());
    }

    private static Event repeated(Event event, int times) {
        return event.with("repeated", Value.number(Integer.toString(times)));
    }
}
