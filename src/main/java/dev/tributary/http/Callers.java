package dev.tributary.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tributary.fanout.QueryConfig;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Who may ask, and how he is known. */
@Singleton
class Callers {

    private final boolean areAnybody;
    private final TokenFiles tokens;
    private final Map<String, Caller> byName;

    Callers(CallersConfig config, QueryConfig queries, TokenFiles tokens) {
        int usual = Caller.usualQueries(queries);
        this.areAnybody = config.anonymousAccess().orElse(false);
        this.tokens = tokens;
        this.byName = config.callers().entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, each -> caller(each.getKey(), each.getValue(), usual)));
    }

    private static Caller caller(String name, CallerConfig config, int maxQueries) {
        return new Caller(
                name, SourcePatterns.of(config.sources()), config.maxQueries().orElse(maxQueries));
    }

    /** Whether nobody has to say who he is. */
    boolean areAnybody() {
        return areAnybody;
    }

    /** @param token as presented; anything at all */
    Optional<Caller> withToken(String token) {
        return tokens.holder(token).flatMap(name -> Optional.ofNullable(byName.get(name)));
    }
}
