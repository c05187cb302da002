package dev.tributary.upstream;

import dev.tributary.source.SourceId;
import dev.tributary.upstream.auth.PodIdentity;
import dev.tributary.upstream.slice.FilterUnit;
import io.quarkus.runtime.configuration.MemorySize;
import java.net.URI;

/** Makes typed values of a configuration that passed {@link Checks}. */
record Resolver(UpstreamConfig config, Endpoints endpoints, Budget budget) {
    private static final int PART_OF_THE_HEAP = 8;

    Configuration.Resolved resolve() {
        return new Configuration.Resolved(
                ConfiguredSource.allOf(config).map(this::resolve).toList(), cacheMaxBytes());
    }

    private long cacheMaxBytes() {
        return config.cacheMaxBytes()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP);
    }

    private ResolvedSource resolve(ConfiguredSource source) {
        SourceId id = source.id().orElseThrow();
        return new ResolvedSource(
                id,
                source.endpoint(endpoints).orElseThrow(),
                account(source, id),
                settings(source.tuning()),
                source.own().enterpriseProjectId().orElse(null));
    }

    private Account account(ConfiguredSource source, SourceId id) {
        AccountConfig account = source.account().orElseThrow();
        Secrets secrets = Secrets.of(account);
        Login login = login(account, secrets, id.scope().region());
        return new Account(source.accountName(), login, new SecretFiles(account, secrets));
    }

    private Login login(AccountConfig account, Secrets secrets, String region) {
        if (secrets.find(Secret.TOKEN).isPresent()) {
            return new Login.Token(secrets.get(Secret.TOKEN));
        }
        if (account.username().isPresent()) {
            return password(account, account.username().get(), secrets, region);
        }
        if (account.agency().orElse(false)) {
            return agency(account);
        }
        return new Login.KeyPair(
                secrets.get(Secret.ACCESS_KEY),
                secrets.get(Secret.SECRET_KEY),
                secrets.find(Secret.SECURITY_TOKEN).orElse(null));
    }

    private Login password(AccountConfig account, String username, Secrets secrets, String region) {
        URI iam = account.iamEndpoint().map(BaseUrl::of).orElseGet(() -> endpoints.iam(region));
        return new Login.Password(
                iam, username, secrets.get(Secret.PASSWORD), account.domain().orElseThrow());
    }

    private static Login agency(AccountConfig account) {
        PodIdentity podIdentity = account.podIdentityUrl()
                .map(url -> new PodIdentity(
                        BaseUrl.of(url), account.podIdentityTokenFile().orElseThrow()))
                .orElse(null);
        return new Login.Agency(BaseUrl.of(account.metadataEndpoint()), podIdentity);
    }

    private Settings settings(EffectiveTuning tuning) {
        return new Settings(
                tuning.pageSize().value(),
                tuning.timeout().value(),
                tuning.connectTimeout().value(),
                tuning.maxRetries().value(),
                new Settings.Breaker(
                        tuning.breakerWindow().value(),
                        tuning.breakerRatio().value(),
                        tuning.breakerDelay().value()),
                tuning.concurrency().value(),
                tuning.requestsPerSecond().value(),
                tuning.burst().value(),
                tuning.settle().value(),
                tuning.overlap().value(),
                tuning.lookback().value(),
                tuning.maxScan().value(),
                tuning.readTimeout().value(),
                tuning.settledFor().value(),
                tuning.youngFor().value(),
                tuning.reorderTolerance().value(),
                FilterUnit.of(tuning.timeUnit().value()).orElseThrow(),
                budget.maxCalls(),
                config.maxResponseBytes().asLongValue());
    }
}
