package dev.tributary.upstream;

import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.source.SourceId;
import io.quarkus.runtime.configuration.MemorySize;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All checks of a configuration, in one list. */
record Checks(UpstreamConfig config, FaultCollector faults) {
    private static final long SMALLEST_LIMIT = 1024; // bytes; the vendor's own examples are longer
    private static final long SMALLEST_CACHE = 1024 * 1024; // bytes; a page of rows, or two

    static List<Fault> faultsOf(UpstreamConfig config, Endpoints endpoints, Budget budget) {
        FaultCollector faults = new FaultCollector();
        new Checks(config, faults).check();
        config.accounts()
                .forEach((name, account) -> new AccountChecks(name, account, config.allowPlainHttp(), faults).check());
        ConfiguredSource.allOf(config).forEach(source -> {
            new SourceChecks(source, endpoints, faults).check();
            new TuningChecks(source.tuning(), budget, faults).check();
        });
        new PaceChecks(config, endpoints, faults).check();
        return faults.byKey();
    }

    private void check() {
        faults.addUnless(!config.sources().isEmpty(), "tributary.sources", "no source is configured");
        faults.addUnless(
                config.maxResponseBytes().asLongValue() >= SMALLEST_LIMIT,
                "tributary.max-response-bytes",
                "must be 1K or more");
        config.cacheMaxBytes().ifPresent(this::checkCache);
        checkScopes();
    }

    private void checkCache(MemorySize limit) {
        faults.addUnless(limit.asLongValue() >= SMALLEST_CACHE, "tributary.cache.max-bytes", "must be 1M or more");
    }

    private void checkScopes() {
        Map<Subject, String> names = new HashMap<>();
        ConfiguredSource.allOf(config)
                .forEach(source -> source.id().ifPresent(id -> {
                    String first = names.putIfAbsent(Subject.of(id), source.name());
                    faults.addUnless(
                            first == null, "tributary.sources." + source.name(), "asks the same as source " + first);
                }));
    }

    /** What a source is asked about. Two sources of one subject would give every event twice. */
    private record Subject(Kind kind, Scope scope) {
        static Subject of(SourceId id) {
            return new Subject(id.kind(), id.scope());
        }
    }
}
