package dev.tributary.upstream;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** A configuration that works with four sources, and variations of it, read as Quarkus reads it but without a start. */
public final class Configured {
    static final Budget BUDGET = new Budget(Duration.ofSeconds(10), 200);
    private static final int ABOVE_DEFAULTS = 100;
    private final Map<String, String> properties;

    private Configured(Map<String, String> properties) {
        this.properties = properties;
    }

    public static Configured fourSources() {
        return nothing()
                .with("accounts.default.region", "cn-north-4")
                .with("accounts.default.project-id", "0123456789abcdef0123456789abcdef")
                .with("accounts.default.access-key", "AKEXAMPLE")
                .with("accounts.default.secret-key", "SKEXAMPLE")
                .with("sources.images.kind", "image-log")
                .with("sources.prod-cluster.kind", "cluster-event")
                .with("sources.prod-cluster.cluster-id", "c-1")
                .with("sources.registry.kind", "registry-audit")
                .with("sources.registry.instance-id", "r-1")
                .with("sources.orders-db.kind", "database-audit")
                .with("sources.orders-db.instance-id", "d-1");
    }

    /** @param properties by their full keys */
    public static Configured of(Map<String, String> properties) {
        return new Configured(properties);
    }

    public static Configured nothing() {
        return new Configured(Map.of());
    }

    /** @param key below {@code tributary.} */
    public Configured with(String key, String value) {
        Map<String, String> changed = new HashMap<>(properties);
        changed.put("tributary." + key, value);
        return new Configured(changed);
    }

    /** @param changes of the form {@code key=value}, or {@code key=} to take a key away */
    Configured with(List<String> changes) {
        Configured changed = this;
        for (String change : changes) {
            String[] parts = change.split("=", 2);
            changed = parts[1].isEmpty() ? changed.without(parts[0]) : changed.with(parts[0], parts[1]);
        }
        return changed;
    }

    /** @param name of an environment variable */
    Configured withVariable(String name, String value) {
        Map<String, String> changed = new HashMap<>(properties);
        changed.put(name, value);
        return new Configured(changed);
    }

    Configured without(String key) {
        Map<String, String> changed = new HashMap<>(properties);
        changed.remove("tributary." + key);
        return new Configured(changed);
    }

    public <T> T as(Class<T> mapping) {
        return builder()
                .withMapping(mapping)
                .withMappingIgnore("tributary.**")
                .build()
                .getConfigMapping(mapping);
    }

    /** As at a start: a key that the mapping does not have is refused. */
    <T> T onlyKnownAs(Class<T> mapping) {
        return builder().withMapping(mapping).build().getConfigMapping(mapping);
    }

    public Config properties() {
        return builder().build();
    }

    private SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, ABOVE_DEFAULTS, new DurationConverter())
                .withConverter(MemorySize.class, ABOVE_DEFAULTS, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(properties, "application.properties", ABOVE_DEFAULTS + 1))
                .withSources(new SdkVariables());
    }

    Configuration resolve() {
        return Configuration.resolve(as(UpstreamConfig.class), BUDGET);
    }

    public List<ResolvedSource> resolved() {
        if (resolve() instanceof Configuration.Resolved resolved) {
            return resolved.sources();
        }
        throw new AssertionError("expected a configuration that works, but: " + resolve());
    }

    ResolvedSource resolved(String name) {
        return resolved().stream()
                .filter(source -> source.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<String> faultKeys() {
        return resolve() instanceof Configuration.Faults faults
                ? faults.all().stream().map(Fault::key).toList()
                : List.of();
    }
}
