package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.source.SourceId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which events a query wants. Applied here, never upstream. */
public final class Filter {

    private final Map<FilterField, Terms> terms = new EnumMap<>(FilterField.class);
    private final @Nullable FullText text;

    private Filter(Map<FilterField, List<String>> patterns, @Nullable String text) {
        patterns.forEach(this::ask);
        this.text = text == null ? null : FullText.of(text);
    }

    /** What is not asked for costs no event anything. */
    private void ask(FilterField field, List<String> patterns) {
        if (!patterns.isEmpty()) {
            terms.put(field, Terms.of(patterns));
        }
    }

    /** Lets everything pass. */
    public static Filter none() {
        return of(Map.of(), null);
    }

    /**
     * @param patterns exact but for letter case; {@code *} is a wildcard, {@code \*} and {@code \\} are literal, a
     *     leading {@code !} excludes. Those of one field are alternatives; exclusions and fields must all hold.
     * @param text to be found in an event's message, resource, actor or attributes
     */
    public static Filter of(Map<FilterField, List<String>> patterns, @Nullable String text) {
        return new Filter(patterns, text);
    }

    public boolean matches(Event event) {
        return terms.entrySet().stream()
                        .allMatch(each -> each.getValue().pass(each.getKey().values(event)))
                && (text == null || text.matches(event));
    }

    /** False if no event of this source can match, so that it need not be asked. */
    public boolean canMatch(SourceId source) {
        return canPass(FilterField.SOURCE, source.name())
                && canPass(FilterField.KIND, source.kind().text())
                && (source.scope().cluster() != null || canPass(FilterField.CLUSTER));
    }

    /** The patterns of a field that match none of the values it can have. */
    public List<String> matchingNone(FilterField field, Collection<String> known) {
        Terms asked = terms.get(field);
        return asked == null ? List.of() : asked.matchingNone(known);
    }

    private boolean canPass(FilterField field, String... values) {
        Terms asked = terms.get(field);
        return asked == null || asked.pass(Stream.of(values));
    }
}
