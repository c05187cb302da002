package dev.tributary.ops;

import dev.tributary.http.CallersConfig;
import dev.tributary.http.TokenFile;
import dev.tributary.upstream.Account;
import dev.tributary.upstream.Configuration;
import dev.tributary.upstream.ResolvedSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether the secret files of every account, and the token file of every caller, hold what could be secrets right now.
 * What they held goes on being used, but a replica that starts would not. Whether anybody accepts an account's secrets is
 * another matter: {@code /sources} tells. A caller's file may be empty: so nobody gets in with it.
 */
@Singleton
@Readiness
final class SecretsCheck implements HealthCheck {
    private final List<Account> accounts;
    private final Map<String, TokenFile> callers = new TreeMap<>();
    private volatile int unusable;

    SecretsCheck(Configuration configuration, CallersConfig callers) {
        this.accounts = configuration instanceof Configuration.Resolved resolved
                ? resolved.sources().stream()
                        .map(ResolvedSource::account)
                        .distinct()
                        .toList()
                : List.of();
        callers.callers()
                .forEach((name, caller) ->
                        caller.tokenFile().ifPresent(path -> this.callers.put(name, new TokenFile(path))));
    }

    void show(@Observes StartupEvent started, MeterRegistry registry) {
        new Series(registry, Tags.empty())
                .gauge(
                        "tributary.secrets.unusable",
                        "Accounts and callers with a file that cannot be used, as readiness saw it last",
                        () -> unusable);
    }

    /** Blocks while it reads: Quarkus asks on a thread that may. */
    @Override
    public HealthCheckResponse call() {
        List<String> keys =
                Stream.concat(unreadableAccounts(), unreadableCallers()).toList();
        unusable = keys.size();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("secrets").status(keys.isEmpty());
        keys.forEach(key -> answer.withData(key, "a file is missing, or holds what cannot be a secret"));
        return answer.build();
    }

    private Stream<String> unreadableAccounts() {
        return accounts.stream()
                .filter(account -> !account.hasReadableSecrets())
                .map(account -> "accounts." + account.name())
                .distinct();
    }

    private Stream<String> unreadableCallers() {
        return callers.entrySet().stream()
                .filter(caller -> caller.getValue().read() instanceof TokenFile.Unusable)
                .map(caller -> "callers." + caller.getKey());
    }
}
