package dev.tributary.ops;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.http.WritingConfig;
import dev.tributary.upstream.UpstreamConfig;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Every full key that the configuration reads, given the names in it. */
final class KnownKeys {
    /** All mappings on the prefix {@code tributary}; a test holds the list complete. */
    static final List<Class<?>> MAPPINGS = List.of(UpstreamConfig.class, QueryConfig.class, WritingConfig.class);

    private KnownKeys() {}

    static Set<String> of(UpstreamConfig config, Config properties) {
        return Stream.concat(mapped(config), givenOrDefaulted(properties)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> mapped(UpstreamConfig config) {
        return MAPPINGS.stream()
                .flatMap(mapping -> ConfigClass.configClass(mapping).getProperties().keySet().stream())
                .flatMap(key -> named(key, config));
    }

    // Keys of mappings that must not be named here, such as the simulator's, which only some builds have.
    private static Stream<String> givenOrDefaulted(Config properties) {
        return StreamSupport.stream(properties.getConfigSources().spliterator(), false)
                .filter(source -> !(source instanceof EnvConfigSource))
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(key -> key.startsWith("tributary."));
    }

    private static Stream<String> named(String key, UpstreamConfig config) {
        if (!key.contains(".*.")) {
            return Stream.of(key);
        }
        Set<String> names = key.startsWith("tributary.accounts.")
                ? config.accounts().keySet()
                : config.sources().keySet();
        return names.stream().map(name -> key.replace(".*.", "." + name + "."));
    }
}
