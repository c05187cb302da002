package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tributary.upstream.call.OutgoingRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AkSkCredentialTest {
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:30:00Z"), ZoneOffset.UTC);
    private static final AccessKeys LASTING =
            new AccessKeys("AKEXAMPLE0000000001", "SKexample+/0000000000000000000000000000001", null);
    private static final AccessKeys TEMPORARY = new AccessKeys("AK", "secret-of-key", "secret-of-token");

    @Test
    void requestGetsDateProjectAndTheSignatureOfTheVendorsVector() {
        String uri = "https://hss.cn-north-4.myhuaweicloud.com/v5/" + PROJECT + "/container/image/events";

        assertThat(headers(LASTING, uri, Map.of()))
                .containsOnly(
                        entry("Host", "hss.cn-north-4.myhuaweicloud.com"),
                        entry("X-Sdk-Date", "20261121T083000Z"),
                        entry("X-Project-Id", PROJECT),
                        entry("Authorization", """
                                SDK-HMAC-SHA256 Access=AKEXAMPLE0000000001, \
                                SignedHeaders=host;x-project-id;x-sdk-date, \
                                Signature=5d695e18d3dfb7cc8c16616badca933ff35011ae9099b717b890d75a3ef47327"""));
    }

    @Test
    void temporaryKeysSendTheirTokenAndSignIt() {
        Map<String, String> headers = headers(TEMPORARY, "https://host/", Map.of());

        assertThat(headers).containsEntry("X-Security-Token", "secret-of-token");
        assertThat(headers.get("Authorization"))
                .contains("SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,");
    }

    @Test
    void ownHeadersOfTheOperationAreSignedButNotRepeated() {
        Map<String, String> headers = headers(LASTING, "https://host/", Map.of("X-Language", "en-us"));

        assertThat(headers).doesNotContainKey("X-Language");
        assertThat(headers.get("Authorization")).contains("SignedHeaders=host;x-language;x-project-id;x-sdk-date,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "host:443", "host:8480", "127.0.0.1:80", "[::1]:8480"})
    void hostIsSentAsTheUrlNamesIt(String authority) {
        assertThat(headers(LASTING, "https://" + authority + "/path", Map.of())).containsEntry("Host", authority);
    }

    private static Map<String, String> headers(AccessKeys keys, String uri, Map<String, String> own) {
        OutgoingRequest request = new OutgoingRequest("GET", URI.create(uri), own, new byte[0]);
        return new AkSkCredential(keys, PROJECT, CLOCK).headersFor(request);
    }
}
