package dev.tributary.upstream;

import dev.tributary.source.EventSource;
import dev.tributary.source.Sources;
import dev.tributary.upstream.auth.AccessKeys;
import dev.tributary.upstream.auth.AgencyLogin;
import dev.tributary.upstream.auth.AkSkCredential;
import dev.tributary.upstream.auth.FixedAuthenticator;
import dev.tributary.upstream.auth.PasswordLogin;
import dev.tributary.upstream.auth.RenewingAuthenticator;
import dev.tributary.upstream.auth.TokenCredential;
import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.CallSettings;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.call.Pace;
import dev.tributary.upstream.clusterevent.ClusterEventSource;
import dev.tributary.upstream.databaseaudit.DatabaseAuditSource;
import dev.tributary.upstream.imagelog.ImageLogSource;
import dev.tributary.upstream.registryaudit.RegistryAuditSource;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds one {@link EventSource} for each configured source, and what several of them share. */
final class SourceFactory {
    private final Vertx vertx;
    private final Clock clock;
    private final ProvenCache cache;
    private final Map<PaceGroup, Pace> paces = new HashMap<>();
    private final Map<List<String>, Authenticator> authenticators = new HashMap<>();

    SourceFactory(Vertx vertx, Clock clock, long cacheMaxBytes) {
        this.vertx = vertx;
        this.clock = clock;
        this.cache = new ProvenCache(cacheMaxBytes, clock);
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
                authenticator(source),
                pace(source),
                clock);
    }

    private ReadSettings readSettings(ResolvedSource source) {
        Settings settings = source.settings();
        return new ReadSettings(
                source.id(),
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
                clock);
    }

    private Pace pace(ResolvedSource source) {
        Settings settings = source.settings(); // the pace's, for they are the same in all sources of the group
        return paces.computeIfAbsent(
                PaceGroup.of(source), any -> new Pace(vertx, clock, settings.requestsPerSecond(), settings.burst()));
    }

    /** A login is for one account and project. */
    private Authenticator authenticator(ResolvedSource source) {
        String project = source.id().scope().project();
        Account account = source.account();
        return authenticators.computeIfAbsent(
                List.of(account.name(), project), any -> authenticator(account.login(), project));
    }

    private Authenticator authenticator(Login login, String project) {
        if (login instanceof Login.KeyPair keys) {
            AccessKeys pair = new AccessKeys(keys.accessKey(), keys.secretKey(), keys.securityToken());
            return new FixedAuthenticator(new AkSkCredential(pair, project, clock));
        }
        if (login instanceof Login.Password user) {
            return RenewingAuthenticator.ofUser(
                    new PasswordLogin(user.iamEndpoint(), user.username(), user.password(), user.domain(), project),
                    clock);
        }
        if (login instanceof Login.Agency agency) {
            AgencyLogin keys = new AgencyLogin(agency.metadataEndpoint(), agency.podIdentity(), project);
            return RenewingAuthenticator.ofAgency(keys, clock, vertx);
        }
        return new FixedAuthenticator(new TokenCredential(((Login.Token) login).token()));
    }
}
