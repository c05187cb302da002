package dev.tributary.upstream;

import java.util.List;

/** What became of the configuration: sources that can work, or every reason why they cannot. */
public sealed interface Configuration {

    /**
     * @param sources by name, one or more
     * @param cacheMaxBytes how much the cache may hold for all of them together
     */
    record Resolved(List<ResolvedSource> sources, long cacheMaxBytes) implements Configuration {
        public Resolved {
            sources = List.copyOf(sources);
        }
    }

    /** @param all by key, one or more */
    record Faults(List<Fault> all) implements Configuration {
        public Faults {
            all = List.copyOf(all);
        }
    }

    /** Checks everything, then fills in every default. */
    static Configuration resolve(UpstreamConfig config, Budget budget) {
        Endpoints endpoints = Endpoints.load();
        List<Fault> faults = Checks.faultsOf(config, endpoints, budget);
        return faults.isEmpty() ? new Resolver(config, endpoints, budget).resolve() : new Faults(faults);
    }
}
