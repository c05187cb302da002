package dev.tributary.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hss.cn-north-4.myhuaweicloud.com",
                "https://host/",
                "https://host:8443/base/path",
                "https://10.0.0.1",
                "https://[2001:db8::1]:8443",
                "https://127.0.0.1",
                "https://fe80.example"
            })
    void theseAreFine(String url) {
        assertThat(BaseUrl.fault(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host",
                "//host",
                "/v5",
                "https:",
                "https://",
                "https:host",
                "ftp://host",
                "file:///etc/passwd",
                "HTTPX://host",
                " https://host",
                "https://host?",
                "https://host?a=b",
                "https://host#f",
                "https://user@host",
                "https://user:pw@host",
                "https://ho st",
                "https://host:99999",
                "https://host:0",
                "https://-",
                "https://ho_st.example:x"
            })
    void theseAreNoBaseUrls(String url) {
        assertThat(BaseUrl.fault(url, true)).isPresent();
        assertThat(BaseUrl.faultOfForm(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254", "http://[fe80::1]:8080/v1/credentials", "https://host"})
    void theseAreFineForTheServicesOfAMachine(String url) {
        assertThat(BaseUrl.faultOfForm(url)).isEmpty();
    }

    @Test
    void plainHttpNeedsLeave() {
        assertThat(BaseUrl.fault("http://host", false)).isPresent();
        assertThat(BaseUrl.fault("http://host", true)).isEmpty();
    }

    /** Also as IPv6 that maps IPv4, with a zone, and as the bare numbers that some resolvers take for an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254",
                "https://169.254.0.1:8080/latest",
                "https://[fe80::1]",
                "https://[FEBF::1]",
                "https://[fe80::1%25eth0]",
                "https://[::ffff:169.254.169.254]",
                "https://[::ffff:a9fe:a9fe]",
                "https://2852039166",
                "https://0xA9FEA9FE",
                "https://0251.0376.0251.0376",
                "https://169.254.43518",
                "https://169.254.169.254."
            })
    void linkLocalAddressesAreRefused(String url) {
        assertThat(BaseUrl.fault(url, true)).isPresent();
    }
}
