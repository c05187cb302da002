package dev.tributary.upstream;

import dev.tributary.source.SourceId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A source as configured, checked and with every default in its place.
 *
 * @param endpoint base URL without a slash at its end
 * @param enterpriseProject for cluster events, if given
 */
public record ResolvedSource(
        SourceId id,
        URI endpoint,
        Account account,
        Settings settings,
        @Nullable String enterpriseProject) {}
