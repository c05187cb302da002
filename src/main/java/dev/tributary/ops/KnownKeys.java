package dev.tributary.ops;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.http.CallersConfig;
import dev.tributary.http.PageConfig;
import dev.tributary.http.WritingConfig;
import dev.tributary.shared.ReplicasConfig;
import dev.tributary.upstream.UpstreamConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Every full key that the configuration reads, given the names in it. */
final class KnownKeys {
    /** All mappings on the prefix {@code tributary}; a test holds the list complete. */
    static final List<Class<?>> MAPPINGS = List.of(
            UpstreamConfig.class,
            QueryConfig.class,
            WritingConfig.class,
            PageConfig.class,
            CallersConfig.class,
            ReplicasConfig.class);

    private KnownKeys() {}

    static Set<String> of(UpstreamConfig upstreams, CallersConfig callers, Config properties) {
        Map<String, Set<String>> names = Map.of(
                "accounts", upstreams.accounts().keySet(),
                "sources", upstreams.sources().keySet(),
                "callers", callers.callers().keySet());
        return Stream.concat(mapped(names), givenOrDefaulted(properties)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> mapped(Map<String, Set<String>> names) {
        return MAPPINGS.stream()
                .flatMap(mapping -> ConfigClass.configClass(mapping).getProperties().keySet().stream())
                .filter(key -> !key.endsWith("[*]")) // a list is written in one value
                .flatMap(key -> named(key, names));
    }

    // Keys of mappings that must not be named here, such as the simulator's, which only some builds have.
    private static Stream<String> givenOrDefaulted(Config properties) {
        return StreamSupport.stream(properties.getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(key -> key.startsWith("tributary."));
    }

    private static Stream<String> named(String key, Map<String, Set<String>> names) {
        if (!key.contains(".*.")) {
            return Stream.of(key);
        }
        return names.getOrDefault(key.split("\\.")[1], Set.of()).stream()
                .map(name -> key.replace(".*.", "." + name + "."));
    }
}
