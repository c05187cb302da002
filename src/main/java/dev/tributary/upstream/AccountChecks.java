package dev.tributary.upstream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold for an account: exactly one kind of credentials, whole. */
record AccountChecks(String name, AccountConfig account, boolean allowPlainHttp, FaultCollector faults) {

    void check() {
        Form.NAME.check(name, key(), faults);
        checkForms();
        checkCredentials();
        account.iamEndpoint()
                .flatMap(url -> BaseUrl.fault(url, allowPlainHttp))
                .ifPresent(fault -> faults.add(key("iam-endpoint"), fault));
        checkAgency();
    }

    private void checkForms() {
        account.region().ifPresent(value -> Form.ID.check(value, key("region"), faults));
        account.projectId().ifPresent(value -> Form.ID.check(value, key("project-id"), faults));
        Stream.of(Secret.values()).forEach(secret -> secret.check(account, key(secret.key()), faults));
    }

    private void checkCredentials() {
        List<Credentials> begun = List.of(pair(), token(), password(), agency()).stream()
                .filter(Credentials::isBegun)
                .toList();
        if (begun.size() == 1) {
            begun.get(0).required().forEach(this::checkPresent);
            return;
        }
        String fault = begun.isEmpty() ? "has no credentials" : "has more than one kind of credentials";
        faults.add(
                key(),
                fault + ": give access-key and secret-key, or token, or username, password and domain, or agency=true");
    }

    private void checkPresent(String key, Optional<String> value) {
        faults.addUnless(value.isPresent(), key(key), "is missing beside the account's other credentials");
    }

    private Credentials pair() {
        return new Credentials(
                Map.of(
                        "access-key", Secret.ACCESS_KEY.givenIn(account),
                        "secret-key", Secret.SECRET_KEY.givenIn(account)),
                Secret.SECURITY_TOKEN.givenIn(account).isPresent());
    }

    private Credentials token() {
        return new Credentials(Map.of("token", Secret.TOKEN.givenIn(account)), false);
    }

    private Credentials password() {
        return new Credentials(
                Map.of(
                        "username", account.username(),
                        "password", Secret.PASSWORD.givenIn(account),
                        "domain", account.domain()),
                false);
    }

    private Credentials agency() {
        return new Credentials(Map.of(), account.agency().orElse(false));
    }

    private void checkAgency() {
        checkLocalService("metadata-endpoint", Optional.of(account.metadataEndpoint()));
        checkLocalService("pod-identity-url", account.podIdentityUrl());
        if (account.podIdentityUrl().isPresent()
                || account.podIdentityTokenFile().isPresent()) {
            checkPresent("pod-identity-url", account.podIdentityUrl());
            checkPresent("pod-identity-token-file", account.podIdentityTokenFile());
        }
    }

    private void checkLocalService(String key, Optional<String> url) {
        url.flatMap(BaseUrl::faultOfForm).ifPresent(fault -> faults.add(key(key), fault));
    }

    private String key() {
        return "tributary.accounts." + name;
    }

    private String key(String key) {
        return key() + "." + key;
    }

    /** One kind of credentials, as far as it is given. */
    private record Credentials(Map<String, Optional<String>> required, boolean optionalGiven) {
        boolean isBegun() {
            return optionalGiven || required.values().stream().anyMatch(Optional::isPresent);
        }
    }
}
