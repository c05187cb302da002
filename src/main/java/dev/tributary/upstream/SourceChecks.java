package dev.tributary.upstream;

import dev.tributary.event.Kind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for what a source is and where it is asked. */
record SourceChecks(ConfiguredSource source, Endpoints endpoints, FaultCollector faults) {

    void check() {
        Form.NAME.check(source.name(), "tributary.sources." + source.name(), faults);
        source.kind().ifPresentOrElse(this::checkKeys, this::addUnknownKind);
        checkForms();
        source.account().ifPresentOrElse(this::checkScope, this::addUnknownAccount);
        source.own().endpoint().ifPresentOrElse(this::checkEndpoint, this::checkKnownEndpoint);
    }

    private void addUnknownKind() {
        String kinds = Stream.of(Kind.values()).map(Kind::text).collect(Collectors.joining(", "));
        faults.add(source.key("kind"), "must be one of " + kinds);
    }

    private void checkKeys(Kind kind) {
        KindTraits traits = KindTraits.of(kind);
        source.keysOfSomeKinds().forEach((key, value) -> {
            boolean required = traits.requiredKeys().contains(key);
            boolean allowed = required || traits.optionalKeys().contains(key);
            faults.addUnless(allowed || value.isEmpty(), source.key(key), kind.text() + " has no such key");
            faults.addUnless(
                    !required || value.isPresent(), source.key(key), "is missing; " + kind.text() + " needs it");
        });
    }

    private void checkForms() {
        SourceConfig own = source.own();
        checkId("region", own.region());
        checkId("project-id", own.projectId());
        checkId("instance-id", own.instanceId());
        checkId("cluster-id", own.clusterId());
        checkId("enterprise-project-id", own.enterpriseProjectId());
    }

    private void checkId(String key, Optional<String> value) {
        value.ifPresent(id -> Form.ID.check(id, source.key(key), faults));
    }

    private void addUnknownAccount() {
        if (source.own().account().isPresent()) {
            faults.add(source.key("account"), "no account of this name is configured");
        } else {
            faults.add("tributary.accounts.default", "is missing: sources without the key account use it");
        }
    }

    private void checkScope(AccountConfig account) {
        String keys = "tributary.accounts." + source.accountName() + ".";
        faults.addUnless(source.region().isPresent(), keys + "region", "is missing here, or in every source");
        faults.addUnless(source.project().isPresent(), keys + "project-id", "is missing here, or in every source");
    }

    private void checkEndpoint(String url) {
        BaseUrl.fault(url, source.all().allowPlainHttp()).ifPresent(fault -> faults.add(source.key("endpoint"), fault));
    }

    private void checkKnownEndpoint() {
        source.kind()
                .ifPresent(kind -> source.region()
                        .filter(region -> endpoints.of(kind, region).isEmpty())
                        .ifPresent(region -> faults.add(
                                source.key("endpoint"),
                                "is missing: no endpoint of " + kind.text() + " is known for the region " + region)));
    }
}
