package dev.tributary.upstream;

import dev.tributary.event.Cluster;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.source.SourceId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One source as configured, not yet checked: what it is, where it is asked and by whom. */
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
                "max-scan", own.maxScan(),
                "reorder-tolerance", own.reorderTolerance(),
                "time-unit", own.timeUnit());
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

    /** The base URL that is asked; empty if it is not known, or none. */
    Optional<URI> endpoint(Endpoints endpoints) {
        return own.endpoint().isPresent() ? ownEndpoint() : knownEndpoint(endpoints);
    }

    private Optional<URI> ownEndpoint() {
        return own.endpoint()
                .filter(url -> BaseUrl.fault(url, all.allowPlainHttp()).isEmpty())
                .map(BaseUrl::of);
    }

    private Optional<URI> knownEndpoint(Endpoints endpoints) {
        return kind().flatMap(kind -> region().flatMap(region -> endpoints.of(kind, region)));
    }

    EffectiveTuning tuning() {
        return new EffectiveTuning(this);
    }
}
