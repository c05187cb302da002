package dev.tributary.upstream;

import java.time.Duration;
import java.util.List;

/** What became of the configuration: sources that can work, or every reason why they cannot. */
public sealed interface Configuration {

    /** @param sources by name, one or more */
    record Resolved(List<ResolvedSource> sources) implements Configuration {
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

    /**
     * Checks everything, then fills in every default.
     *
     * @param deadline how long a request may work; every source's timeout must be shorter
     */
    static Configuration resolve(UpstreamConfig config, Duration deadline) {
        Endpoints endpoints = Endpoints.load();
        List<Fault> faults = Checks.faultsOf(config, endpoints, deadline);
        return faults.isEmpty() ? new Resolver(config, endpoints).resolve() : new Faults(faults);
    }
}
