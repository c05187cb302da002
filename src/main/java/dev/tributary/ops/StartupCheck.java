package dev.tributary.ops;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.http.CallersConfig;
import dev.tributary.http.WritingConfig;
import dev.tributary.shared.ReplicasConfig;
import dev.tributary.shared.SharedConfig;
import dev.tributary.source.Sources;
import dev.tributary.upstream.Configuration;
import dev.tributary.upstream.Fault;
import dev.tributary.upstream.ResolvedSource;
import dev.tributary.upstream.UpstreamConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Stops a start that cannot lead to a working service, with one message that names every fault. */
@Singleton
final class StartupCheck {
    private static final Logger LOG = Logger.getLogger(StartupCheck.class);
    private static final int BEFORE_ALL_OTHERS = 1;
    private final UpstreamConfig upstreams;
    private final QueryConfig queries;
    private final WritingConfig writing;
    private final CallersConfig callers;
    private final SharedConfig shared;
    private final Configuration configuration;
    private final Config properties;
    private final Instance<SampleProfiles> profiles;

    StartupCheck(
            UpstreamConfig upstreams,
            QueryConfig queries,
            WritingConfig writing,
            CallersConfig callers,
            ReplicasConfig replicas,
            Configuration configuration,
            Config properties,
            Instance<SampleProfiles> profiles) {
        this.upstreams = upstreams;
        this.queries = queries;
        this.writing = writing;
        this.callers = callers;
        this.shared = replicas.shared();
        this.configuration = configuration;
        this.properties = properties;
        this.profiles = profiles;
    }

    // Quarkus shows an operator only the message of this exception, no stack trace.
    void stopOnFaults(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
        List<Fault> faults = faults();
        if (!faults.isEmpty()) {
            throw new ConfigurationException(message(faults));
        }
    }

    /** Opened here, what cannot be opened fails the start and not the first request. */
    void openSources(@Observes @Priority(BEFORE_ALL_OTHERS + 1) StartupEvent start, Sources sources) {
        LOG.debugf("%d sources", sources.all().size());
    }

    private List<Fault> faults() {
        List<ResolvedSource> sources =
                configuration instanceof Configuration.Resolved resolved ? resolved.sources() : List.of();
        List<Fault> upstream = configuration instanceof Configuration.Faults faults ? faults.all() : List.of();
        return Stream.of(
                        upstream,
                        QueryChecks.faultsOf(queries, writing, idleTimeout(), sources),
                        CallerChecks.faultsOf(
                                callers,
                                upstreams.sources().keySet(),
                                queries.maxQueries(),
                                upstreams.allowPlainHttp()),
                        SharedChecks.faultsOf(shared, upstreams.allowPlainHttp()),
                        unusedVariables(),
                        sampleProfile())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Fault::key))
                .toList();
    }

    private Duration idleTimeout() {
        return properties.getValue("quarkus.http.idle-timeout", Duration.class);
    }

    private List<Fault> unusedVariables() {
        return new UnusedVariables(System.getenv().keySet(), KnownKeys.of(upstreams, callers, properties)).faults();
    }

    private List<Fault> sampleProfile() {
        return profiles.stream().flatMap(only -> only.faults().stream()).toList();
    }

    static String message(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "  " + fault.key() + ": " + fault.message())
                .collect(Collectors.joining("\n", "The configuration cannot work:\n", ""));
    }
}
