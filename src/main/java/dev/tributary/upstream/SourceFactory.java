package dev.tributary.upstream;

import dev.tributary.source.EventSource;
import dev.tributary.source.SourceMeters;
import dev.tributary.source.Sources;
import dev.tributary.upstream.call.Buckets;
import dev.tributary.upstream.call.CallSettings;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.call.Pace;
import dev.tributary.upstream.clusterevent.ClusterEventSource;
import dev.tributary.upstream.databaseaudit.DatabaseAuditSource;
import dev.tributary.upstream.imagelog.ImageLogSource;
import dev.tributary.upstream.registryaudit.RegistryAuditSource;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SettledSlices;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builds one {@link EventSource} for each configured source, and what several of them share. */
final class SourceFactory {
    /** Kubernetes itself takes up to a minute to bring a changed secret into a pod. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Clock clock;
    private final RandomGenerator jitter;
    private final ProvenCache cache;
    private final SourceMeters meters;
    private final Buckets buckets;
    private final Map<PaceGroup, Pace> paces = new HashMap<>();
    private final Map<String, AccountAccess> accesses = new HashMap<>();

    SourceFactory(
            Vertx vertx,
            Clock clock,
            RandomGenerator jitter,
            long cacheMaxBytes,
            SourceMeters meters,
            Buckets buckets,
            SettledSlices others) {
        this.vertx = vertx;
        this.clock = clock;
        this.jitter = jitter;
        this.meters = meters;
        this.cache = new ProvenCache(cacheMaxBytes, clock, others);
        this.buckets = buckets;
    }

    Sources build(List<ResolvedSource> sources) {
        return new Sources(sources.stream().map(this::build).toList());
    }

    private EventSource build(ResolvedSource source) {
        Connection connection = connection(source);
        ReadSettings settings = readSettings(source);
        return switch (source.id().kind()) {
            case IMAGE_LOG -> ImageLogSource.open(connection, settings, cache);
            case CLUSTER_EVENT -> ClusterEventSource.open(connection, settings, cache, source.enterpriseProject());
            case REGISTRY_AUDIT -> RegistryAuditSource.open(connection, settings, cache);
            case DATABASE_AUDIT -> DatabaseAuditSource.open(connection, settings, cache);
        };
    }

    private Connection connection(ResolvedSource source) {
        Settings settings = source.settings();
        CallSettings calls = new CallSettings(
                settings.timeout(),
                settings.maxRetries(),
                settings.breaker().window(),
                settings.breaker().ratio(),
                settings.breaker().delay(),
                settings.concurrency(),
                settings.maxResponseBytes());
        return new Connection(
                source.id().name(),
                source.endpoint(),
                settings.connectTimeout(),
                calls,
                access(source.account()).of(source),
                pace(source),
                meters.of(source.id()),
                vertx,
                clock,
                jitter);
    }

    private ReadSettings readSettings(ResolvedSource source) {
        Settings settings = source.settings();
        return new ReadSettings(
                source.id(),
                origin(source),
                settings.pageSize(),
                settings.concurrency(),
                settings.settle(),
                settings.overlap(),
                settings.readTimeout(),
                settings.settledFor(),
                settings.youngFor(),
                settings.lookback(),
                settings.reorderTolerance(),
                settings.maxScan(),
                settings.unit(),
                settings.maxCalls(),
                meters.of(source.id()),
                clock);
    }

    /** Who may see less than others is shown less; another endpoint is another world. */
    private static List<@Nullable String> origin(ResolvedSource source) {
        List<@Nullable String> origin = new ArrayList<>();
        origin.add(source.account().name());
        origin.add(source.endpoint().toString());
        origin.add(source.enterpriseProject());
        return origin;
    }

    private Pace pace(ResolvedSource source) {
        Settings settings = source.settings(); // the pace's, for they are the same in all sources of the group
        return paces.computeIfAbsent(
                PaceGroup.of(source),
                group -> new Pace(vertx, buckets.of(group.text(), settings.requestsPerSecond(), settings.burst())));
    }

    private AccountAccess access(Account account) {
        return accesses.computeIfAbsent(account.name(), any -> open(account));
    }

    private AccountAccess open(Account account) {
        AccountAccess access = new AccountAccess(account, clock, vertx);
        if (!account.secrets().areNone()) {
            lookAgain(new SecretWatch(account.name(), account.secrets(), access::use));
        }
        return access;
    }

    /** One look after the other: a file system that hangs keeps no more than one thread. */
    private void lookAgain(SecretWatch watch) {
        vertx.setTimer(
                LOOK_EVERY.toMillis(),
                timer -> vertx.executeBlocking(() -> look(watch), false).onComplete(looked -> lookAgain(watch)));
    }

    private static boolean look(SecretWatch watch) {
        watch.look();
        return true;
    }
}
