package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An environment made for the vendor's SDK serves us too. */
class SdkVariablesTest {
    private static final String OWN_PROJECT = "0123456789abcdef0123456789abcdef";

    private final Configured withoutCredentials =
            Configured.fourSources().without("accounts.default.access-key").without("accounts.default.secret-key");

    @Test
    void thePairSigns() {
        assertThat(withPair(withoutCredentials).resolved("images").account().login())
                .isEqualTo(new Login.KeyPair("AK", "SK", null));
    }

    @Test
    void aTemporaryPairCarriesItsToken() {
        assertThat(withPair(withoutCredentials)
                        .withVariable("HUAWEICLOUD_SDK_SECURITY_TOKEN", "ST")
                        .resolved("images")
                        .account()
                        .login())
                .isEqualTo(new Login.KeyPair("AK", "SK", "ST"));
    }

    @Test
    void theProjectIsThatOfAnAccountWithout() {
        Configured configured = withPair(withoutCredentials).withVariable("HUAWEICLOUD_SDK_PROJECT_ID", "p-9");
        assertThat(project(configured)).isEqualTo(OWN_PROJECT);
        assertThat(project(configured.without("accounts.default.project-id"))).isEqualTo("p-9");
    }

    /** Sources may bring their region themselves. */
    @Test
    void anAccountThatIsNotConfiguredAtAllIsMadeOfThem() {
        Configured configured = withPair(Configured.nothing())
                .withVariable("HUAWEICLOUD_SDK_PROJECT_ID", "p-9")
                .with("sources.images.kind", "image-log")
                .with("sources.images.region", "cn-north-4");
        Account account = configured.resolved("images").account();
        assertThat(account.name()).isEqualTo("default");
        assertThat(account.login()).isEqualTo(new Login.KeyPair("AK", "SK", null));
        assertThat(project(configured)).isEqualTo("p-9");
    }

    /** A foreign security token beside our own pair would be refused by every upstream. */
    @ParameterizedTest
    @ValueSource(strings = {"access-key=A", "secret-key=S", "security-token=T"})
    void aPairIsNeverMixedWithAnother(String own) {
        String key = own.split("=")[0];
        assertThat(withPair(withoutCredentials)
                        .withVariable("HUAWEICLOUD_SDK_SECURITY_TOKEN", "ST")
                        .with("accounts.default." + key, own.split("=")[1])
                        .faultKeys())
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("tributary.accounts.default."));
    }

    @ParameterizedTest
    @CsvSource({"token, T", "agency, true"})
    void anAccountWithCredentialsOfItsOwnTakesNone(String key, String value) {
        Configured own = withoutCredentials.with("accounts.default." + key, value);

        assertThat(withPair(own).resolved("images").account())
                .isEqualTo(own.resolved("images").account());
    }

    @Test
    void halfAPairIsNone() {
        assertThat(withoutCredentials
                        .withVariable("HUAWEICLOUD_SDK_AK", "AK")
                        .withVariable("HUAWEICLOUD_SDK_SK", "")
                        .faultKeys())
                .containsExactly("tributary.accounts.default");
    }

    private static Configured withPair(Configured configured) {
        return configured.withVariable("HUAWEICLOUD_SDK_AK", "AK").withVariable("HUAWEICLOUD_SDK_SK", "SK");
    }

    private static String project(Configured configured) {
        return configured.resolved("images").id().scope().project();
    }
}
