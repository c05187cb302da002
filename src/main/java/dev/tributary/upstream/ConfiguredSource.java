package dev.tributary.upstream;

import dev.tributary.event.Cluster;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.source.SourceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One source as configured, not yet checked: what holds for it, whether said in the source, for all, or by default. */
record ConfiguredSource(String name, SourceConfig own, UpstreamConfig all) {

    /** All sources, by name. */
    static Stream<ConfiguredSource> allOf(UpstreamConfig config) {
        return config.sources().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ConfiguredSource(entry.getKey(), entry.getValue(), config));
    }

    String key(String key) {
        return "tributary.sources." + name + "." + key;
    }

    Optional<Kind> kind() {
        return own.kind().flatMap(Kind::of);
    }

    String accountName() {
        return own.account().orElse("default");
    }

    Optional<AccountConfig> account() {
        return Optional.ofNullable(all.accounts().get(accountName()));
    }

    Optional<String> region() {
        return own.region().or(() -> account().flatMap(AccountConfig::region));
    }

    Optional<String> project() {
        return own.projectId().or(() -> account().flatMap(AccountConfig::projectId));
    }

    /** The keys that only some kinds have. */
    Map<String, Optional<?>> keysOfSomeKinds() {
        return Map.of(
                "instance-id", own.instanceId(),
                "cluster-id", own.clusterId(),
                "enterprise-project-id", own.enterpriseProjectId(),
                "lookback", own.lookback(),
                "max-scan", own.maxScan());
    }

    /** What the source is asked about; empty if that is not all known. */
    Optional<SourceId> id() {
        return kind().filter(this::hasWhatItNeeds)
                .flatMap(kind -> region().flatMap(region -> project().map(project -> id(kind, region, project))));
    }

    private boolean hasWhatItNeeds(Kind kind) {
        return keysOfSomeKinds().entrySet().stream()
                .filter(key -> key.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet())
                .containsAll(KindTraits.of(kind).requiredKeys());
    }

    private SourceId id(Kind kind, String region, String project) {
        Cluster cluster = own.clusterId().map(id -> new Cluster(id, null, null)).orElse(null);
        return new SourceId(
                name, kind, new Scope(region, project, own.instanceId().orElse(null), cluster));
    }

    Setting<Integer> pageSize() {
        return setting("page-size", Tuning::pageSize, maxPageSize());
    }

    int maxPageSize() {
        return kind().map(kind -> KindTraits.of(kind).maxPageSize()).orElse(200);
    }

    Setting<Duration> timeout() {
        return setting("timeout", Tuning::timeout, Duration.ofSeconds(5));
    }

    Setting<Duration> connectTimeout() {
        return setting("connect-timeout", Tuning::connectTimeout, Duration.ofSeconds(2));
    }

    Setting<Integer> maxRetries() {
        return setting("max-retries", Tuning::maxRetries, 2);
    }

    Setting<Integer> breakerWindow() {
        return setting("breaker.window", tuning -> tuning.breaker().window(), 20);
    }

    Setting<Double> breakerRatio() {
        return setting("breaker.ratio", tuning -> tuning.breaker().ratio(), 0.5);
    }

    Setting<Duration> breakerDelay() {
        return setting("breaker.delay", tuning -> tuning.breaker().delay(), Duration.ofSeconds(5));
    }

    Setting<Integer> concurrency() {
        return setting("concurrency", Tuning::concurrency, 8);
    }

    Setting<Integer> requestsPerSecond() {
        return setting("requests-per-second", Tuning::requestsPerSecond, 20);
    }

    Setting<Integer> burst() {
        return setting("burst", Tuning::burst, 40);
    }

    Setting<Duration> settle() {
        return setting(
                "settle",
                Tuning::settle,
                kind().map(kind -> KindTraits.of(kind).settle()).orElse(Duration.ZERO));
    }

    Setting<Duration> overlap() {
        return setting("overlap", Tuning::overlap, Duration.ofMinutes(10));
    }

    Setting<Duration> lookback() {
        return setting("lookback", Tuning::lookback, Duration.ofDays(2));
    }

    Setting<Integer> maxScan() {
        return setting("max-scan", Tuning::maxScan, 5_000);
    }

    private <T> Setting<T> setting(String key, Function<Tuning, Optional<T>> value, T standard) {
        Optional<Setting<T>> here = value.apply(own).map(given -> new Setting<>(key(key), given));
        return here.or(() -> value.apply(all).map(given -> new Setting<>("tributary." + key, given)))
                .orElseGet(() -> new Setting<>(key(key), standard));
    }
}
