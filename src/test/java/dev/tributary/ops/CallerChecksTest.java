package dev.tributary.ops;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.http.CallersConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.Fault;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerChecksTest {
    private static final String TOKEN = "a-token-of-siem-0001";

    @TempDir
    Path directory;

    @Test
    void nobodyWhoMayAskIsAFault() {
        assertThat(faults(Configured.nothing())).containsOnlyKeys("tributary.anonymous-access");
        assertThat(faults(Configured.nothing().with("anonymous-access", "false")))
                .containsOnlyKeys("tributary.anonymous-access");
        assertThat(faults(Configured.nothing().with("anonymous-access", "true")))
                .isEmpty();
    }

    @Test
    void oneWithATokenIsFineAndSoIsOneWhoIsGivenAllKeys() throws IOException {
        assertThat(faults(siem(TOKEN))).isEmpty();
        assertThat(faults(siem(TOKEN + "\n\n" + "b".repeat(16) + "==\r\n")
                        .with("callers.siem.sources", "registry,orders-*")
                        .with("callers.siem.max-queries", "16")))
                .isEmpty();
    }

    @Test
    void anonymousAccessBesideACallerIsAFault() throws IOException {
        assertThat(faults(siem(TOKEN).with("anonymous-access", "true"))).containsOnlyKeys("tributary.anonymous-access");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n \n",
                "fifteen-letters",
                TOKEN + "\nshort",
                TOKEN + " and more",
                "====================",
                "ünicode-is-no-token"
            })
    void fileWithoutATokenOrWithALineThatIsNoneIsAFaultThatDoesNotTellTheLine(String content) throws IOException {
        Map<String, String> faults = faults(siem(content));

        assertThat(faults).containsOnlyKeys("tributary.callers.siem.token-file");
        assertThat(faults.toString()).doesNotContain(TOKEN, "fifteen", "short");
    }

    @Test
    void fileThatCannotBeReadIsAFault() {
        for (String path : List.of("/no/such/file", directory.toString(), "\0")) {
            assertThat(faults(Configured.nothing().with("callers.siem.token-file", path)))
                    .containsOnlyKeys("tributary.callers.siem.token-file");
        }
    }

    @Test
    void fileThatIsTooLargeIsAFault() throws IOException {
        assertThat(faults(siem((TOKEN + "\n").repeat(4_000)))).containsOnlyKeys("tributary.callers.siem.token-file");
    }

    @Test
    void callerWithoutAFileIsAFault() {
        assertThat(faults(Configured.nothing().with("callers.siem.max-queries", "2")))
                .containsOnlyKeys("tributary.callers.siem.token-file");
    }

    @Test
    void tokenOfTwoCallersIsAFaultThatNamesBoth() throws IOException {
        Map<String, String> faults =
                faults(siem("another-token-of-siem\n" + TOKEN).with("callers.team.token-file", file("team", TOKEN)));

        assertThat(faults).containsOnlyKeys("tributary.callers.team.token-file");
        assertThat(faults.toString()).contains("siem").doesNotContain(TOKEN);
    }

    @Test
    void patternThatMatchesNoSourceIsAFaultThatNamesIt() throws IOException {
        Map<String, String> faults =
                faults(siem(TOKEN).with("callers.siem.sources", "registry,regsitry,orders*,!images"));

        assertThat(faults).containsOnlyKeys("tributary.callers.siem.sources");
        assertThat(faults.toString()).contains("regsitry", "!images");
    }

    /** Else it would mean all of them. */
    @Test
    void emptyListOfSourcesCannotBeRead() throws IOException {
        Configured configured = siem(TOKEN).with("callers.siem.sources", "");

        assertThatThrownBy(() -> faults(configured))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("tributary.callers.siem.sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "17"})
    void numberOfQueriesOutOfItsRangeIsAFault(String queries) throws IOException {
        assertThat(faults(siem(TOKEN).with("callers.siem.max-queries", queries)))
                .containsOnlyKeys("tributary.callers.siem.max-queries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIEM", "a_b", "-a", "a--b"})
    void nameThatNoVariableCouldNameIsAFault(String name) throws IOException {
        assertThat(faults(Configured.nothing().with("callers." + name + ".token-file", file("any", TOKEN))))
                .containsOnlyKeys("tributary.callers." + name);
    }

    @Test
    void issuerIsEnoughButItsTokensMustBeForUs() {
        Configured issuer = Configured.nothing().with("oidc.issuer", "https://login.example.com/realms/a");

        assertThat(faults(issuer.with("oidc.audience", "tributary"))).isEmpty();
        assertThat(faults(issuer)).containsOnlyKeys("tributary.oidc.audience");
        assertThat(faults(issuer.with("oidc.audience", "tributary").with("anonymous-access", "true")))
                .containsOnlyKeys("tributary.anonymous-access");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "login.example.com", "https://user@login.example.com"})
    void issuerThatCannotBeTrustedIsAFault(String url) {
        assertThat(faults(Configured.nothing().with("oidc.issuer", url).with("oidc.audience", "tributary")))
                .containsOnlyKeys("tributary.oidc.issuer");
    }

    private Configured siem(String content) throws IOException {
        return Configured.nothing().with("callers.siem.token-file", file("siem", content));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static Map<String, String> faults(Configured keys) {
        Set<String> sources = Set.of("images", "prod-cluster", "registry", "orders-db");
        return CallerChecks.faultsOf(keys.as(CallersConfig.class), sources, 16, false).stream()
                .collect(toMap(Fault::key, Fault::message, (a, b) -> a + ", " + b));
    }
}
