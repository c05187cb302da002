package dev.tributary.upstream;

import dev.tributary.source.SourceId;
import java.net.URI;

/** Makes typed values of a configuration that passed {@link Checks}. */
record Resolver(UpstreamConfig config, Endpoints endpoints) {

    Configuration.Resolved resolve() {
        return new Configuration.Resolved(
                ConfiguredSource.allOf(config).map(this::resolve).toList());
    }

    private ResolvedSource resolve(ConfiguredSource source) {
        SourceId id = source.id().orElseThrow();
        return new ResolvedSource(
                id,
                endpoint(source, id),
                account(source, id),
                settings(source),
                source.own().enterpriseProjectId().orElse(null));
    }

    private URI endpoint(ConfiguredSource source, SourceId id) {
        return source.own()
                .endpoint()
                .map(BaseUrl::of)
                .or(() -> endpoints.of(id.kind(), id.scope().region()))
                .orElseThrow();
    }

    private Account account(ConfiguredSource source, SourceId id) {
        return new Account(
                source.accountName(),
                login(source.account().orElseThrow(), id.scope().region()));
    }

    private Login login(AccountConfig account, String region) {
        if (account.token().isPresent()) {
            return new Login.Token(account.token().get());
        }
        if (account.username().isPresent()) {
            return password(account, account.username().get(), region);
        }
        return new Login.KeyPair(
                account.accessKey().orElseThrow(),
                account.secretKey().orElseThrow(),
                account.securityToken().orElse(null));
    }

    private Login password(AccountConfig account, String username, String region) {
        URI iam = account.iamEndpoint().map(BaseUrl::of).orElseGet(() -> endpoints.iam(region));
        return new Login.Password(
                iam,
                username,
                account.password().orElseThrow(),
                account.domain().orElseThrow());
    }

    private Settings settings(ConfiguredSource source) {
        return new Settings(
                source.pageSize().value(),
                source.timeout().value(),
                source.connectTimeout().value(),
                source.maxRetries().value(),
                new Settings.Breaker(
                        source.breakerWindow().value(),
                        source.breakerRatio().value(),
                        source.breakerDelay().value()),
                source.concurrency().value(),
                source.requestsPerSecond().value(),
                source.burst().value(),
                source.settle().value(),
                source.overlap().value(),
                source.lookback().value(),
                source.maxScan().value(),
                config.maxResponseBytes().asLongValue());
    }
}
