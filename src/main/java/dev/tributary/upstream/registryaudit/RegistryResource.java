package dev.tributary.upstream.registryaudit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an audit record's {@code resource} names: {@code library/ubuntu:22.04} or {@code library/ubuntu:sha256:22eb…}.
 *
 * @param repository without tag or digest
 * @param tag or null
 * @param digest with its algorithm, or null
 */
record RegistryResource(
        String repository, @Nullable String tag, @Nullable String digest) {
    /** The repository ends at the first colon, or {@code @}, of the last path segment. */
    private static final Pattern REFERENCE = Pattern.compile("(?<repository>(?:[^/]*/)*[^/:@]+)[:@](?<reference>.+)");

    private static final Pattern DIGEST = Pattern.compile("[a-z0-9+._-]+:[0-9a-fA-F]{32,}");

    static RegistryResource of(String resource) {
        Matcher parts = REFERENCE.matcher(resource);
        if (!parts.matches()) {
            return new RegistryResource(resource, null, null);
        }
        String repository = parts.group("repository");
        String reference = parts.group("reference");
        return DIGEST.matcher(reference).matches()
                ? new RegistryResource(repository, null, reference)
                : new RegistryResource(repository, reference, null);
    }
}
