package dev.tributary.http;

import dev.tributary.fanout.Glob;
import dev.tributary.source.Sources;
import dev.tributary.walk.Walk;
import java.util.Collection;
import java.util.List;

/** Which sources somebody sees: those whose name matches one of the patterns. */
public record SourcePatterns(List<Glob> patterns) {

    public SourcePatterns {
        patterns = List.copyOf(patterns);
    }

    /** @param written names, in which {@code *} stands for any characters */
    public static SourcePatterns of(Collection<String> written) {
        return new SourcePatterns(written.stream().map(Glob::of).toList());
    }

    static SourcePatterns all() {
        return of(List.of("*"));
    }

    public boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    Sources seenOf(Sources all) {
        return new Sources(
                all.all().stream().filter(source -> match(source.id().name())).toList());
    }

    /** The walk as if it had never had other sources. */
    Walk seenOf(Walk walk) {
        return walk.only(this::match);
    }
}
