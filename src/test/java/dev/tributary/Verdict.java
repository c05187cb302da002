package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What every walk has to answer for.
 *
 * @param mandatory what must be there, or lie in a gap that is named
 * @param allowed markers of what may be there: all of those, and what came or went meanwhile
 */
record Verdict(Walk walk, Collection<Happened> mandatory, Set<String> allowed) {
    private static final Comparator<JsonNode> ASCENDING =
            Comparator.comparing(text("time")).thenComparing(text("source")).thenComparing(text("id"));

    /** The worst first: what is missing without a word. */
    void holds(String order) {
        List<Happened> lost = lost();
        if (walk.complete() && !lost.isEmpty()) {
            throw new AssertionError("COMPLETE, BUT " + lost.size() + " EVENTS ARE MISSING: " + first(lost));
        }
        assertThat(first(lost.stream().filter(one -> !isNamed(one)).toList()))
                .as("missing, and in no gap that a page named: %s", walk.missing())
                .isEmpty();
        assertThat(walk.ids()).as("delivered twice").doesNotHaveDuplicates();
        assertThat(walk.markers()).as("never happened").isSubsetOf(allowed);
        assertThat(walk.events()).isSortedAccordingTo(order.equals("asc") ? ASCENDING : ASCENDING.reversed());
        assertThat(walk.complete())
                .as("complete is said when nothing was named as missing, and only then: %s", walk.missing())
                .isEqualTo(walk.missing().isEmpty());
    }

    /** Moreover, nothing stands in the way of proof. */
    void holdsWhole(String order) {
        holds(order);
        assertThat(walk.missing()).as("provable, yet named as missing").isEmpty();
    }

    private List<Happened> lost() {
        Set<String> shown = new HashSet<>(walk.markers());
        return mandatory.stream().filter(one -> !shown.contains(one.marker())).toList();
    }

    private boolean isNamed(Happened one) {
        return walk.missing().stream().anyMatch(missing -> missing.holds(one));
    }

    private static List<String> first(List<Happened> some) {
        return some.stream()
                .limit(5)
                .map(one -> one.marker() + " at " + one.time())
                .toList();
    }

    private static Function<JsonNode, String> text(String field) {
        return event -> event.path(field).asText();
    }
}
