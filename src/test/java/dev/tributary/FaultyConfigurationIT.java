package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that cannot work stops the start and names all its faults, so that one look mends them. */
class FaultyConfigurationIT {
    private static final List<String> SECRETS = List.of("SecretAccessKey", "SecretSecretKey", "SecretToken");

    private static final String ACCOUNT = """
            tributary.accounts.default.region=cn-north-4
            tributary.accounts.default.project-id=0123456789abcdef0123456789abcdef
            tributary.accounts.default.access-key=SecretAccessKey
            tributary.accounts.default.secret-key=SecretSecretKey
            """;

    @TempDir
    Path directory;

    @Test
    void allFaultsAreNamedByTheirKeysAtOnce() throws InterruptedException {
        String configuration = ACCOUNT + """
                tributary.accounts.default.token=SecretToken
                tributary.sources.unknown-kind.kind=image-logs
                tributary.sources.images.kind=image-log
                tributary.sources.images.enterprise-project-id=all_granted_eps
                tributary.sources.same-images.kind=image-log
                tributary.sources.registry.kind=registry-audit
                tributary.sources.registry.endpoint=http://swr.example.com
                tributary.sources.no-url.kind=cluster-event
                tributary.sources.no-url.cluster-id=b075094b-d21a-499a-9006-624089c94402
                tributary.sources.no-url.endpoint=hss.example.com
                tributary.sources.metadata.kind=database-audit
                tributary.sources.metadata.instance-id=3d39c18788b54a919bab633874c159dfin07
                tributary.sources.metadata.endpoint=https://169.254.169.254
                """;

        String output = outputOfRefusedStart(configuration, Map.of("TRIBUTARY_TYPO", "SecretToken"));

        assertThat(output.lines().flatMap(FaultyConfigurationIT::key))
                .containsExactlyInAnyOrder(
                        "TRIBUTARY_TYPO",
                        "tributary.accounts.default",
                        "tributary.anonymous-access",
                        "tributary.sources.images.enterprise-project-id",
                        "tributary.sources.metadata.endpoint",
                        "tributary.sources.no-url.endpoint",
                        "tributary.sources.registry.endpoint",
                        "tributary.sources.registry.instance-id",
                        "tributary.sources.same-images",
                        "tributary.sources.unknown-kind.kind");
    }

    @Test
    void valuesThatCannotBeReadAndUnknownKeysAreNamedToo() throws InterruptedException {
        String configuration = ACCOUNT + """
                tributary.anonymous-access=true
                tributary.accounts.default.security-tokem=SecretToken
                tributary.sources.images.kind=image-log
                tributary.sources.images.timeout=soon
                tributary.deadline=never
                """;

        assertThat(outputOfRefusedStart(configuration, Map.of()))
                .contains(
                        "tributary.accounts.default.security-tokem",
                        "tributary.sources.images.timeout",
                        "tributary.deadline");
    }

    // A fault stands on a line of its own, behind its key.
    private static Stream<String> key(String line) {
        return Stream.of(line.strip().split(":", 2)[0]).filter(text -> text.matches("(?i)tributary[._]\\S+"));
    }

    private String outputOfRefusedStart(String configuration, Map<String, String> variables)
            throws InterruptedException {
        try (PackagedService service = PackagedService.start(directory, configuration, variables)) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.output()).doesNotContain("\tat ").doesNotContain(SECRETS);
            return service.output();
        }
    }
}
