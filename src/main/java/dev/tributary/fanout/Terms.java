package dev.tributary.fanout;

import static java.util.function.Predicate.not;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the values of one filter parameter ask for: any of some patterns, and none of others. */
record Terms(List<Glob> wanted, List<Glob> excluded) {

    private static final String EXCLUDES = "!";

    static Terms of(Collection<String> patterns) {
        Predicate<String> excludes = pattern -> pattern.startsWith(EXCLUDES);
        return new Terms(
                patterns.stream().filter(not(excludes)).map(Glob::of).toList(),
                patterns.stream()
                        .filter(excludes)
                        .map(pattern -> Glob.of(pattern.substring(EXCLUDES.length())))
                        .toList());
    }

    /** Whether these values of an event pass. An absent value matches nothing, so an exclusion lets it pass. */
    boolean pass(Stream<String> values) {
        List<String> folded = values.map(Glob::fold).toList();
        return !anyMatches(excluded, folded) && (wanted.isEmpty() || anyMatches(wanted, folded));
    }

    /** The patterns, without their exclamation mark, that match none of these values. */
    List<String> matchingNone(Collection<String> values) {
        return Stream.concat(wanted.stream(), excluded.stream())
                .filter(glob -> values.stream().noneMatch(glob::matches))
                .map(Glob::written)
                .toList();
    }

    private static boolean anyMatches(List<Glob> globs, List<String> folded) {
        return globs.stream().anyMatch(glob -> folded.stream().anyMatch(glob::matchesFolded));
    }
}
