package dev.tributary.ops;

import dev.tributary.upstream.Account;
import dev.tributary.upstream.Configuration;
import dev.tributary.upstream.ResolvedSource;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether every account's secret files hold what could be secrets right now. What they held goes on being used, but a
 * replica that starts would not. Whether anybody accepts the secrets is another matter: {@code /sources} tells.
 */
@Singleton
@Readiness
final class SecretsCheck implements HealthCheck {
    private final List<Account> accounts;

    SecretsCheck(Configuration configuration) {
        this.accounts = configuration instanceof Configuration.Resolved resolved
                ? resolved.sources().stream()
                        .map(ResolvedSource::account)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Blocks while it reads: Quarkus asks on a thread that may. */
    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("secrets").up();
        unreadable().forEach(account -> answer.down().withData(account, "a file is missing, empty or malformed"));
        return answer.build();
    }

    private Stream<String> unreadable() {
        return accounts.stream()
                .filter(account -> !account.hasReadableSecrets())
                .map(Account::name)
                .distinct();
    }
}
