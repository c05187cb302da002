package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import com.huaweicloud.sdk.core.http.HttpRequest.HttpRequestBuilder;
import dev.tributary.upstream.call.OutgoingRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten times a thousand requests, signed by the vendor's signer and by ours. */
class VendorSignerTest {
    private static final AccessKeys KEYS = new AccessKeys("AKEXAMPLE", "SK+/example 密", "ST==");
    private static final String PROJECT = "0123456789abcdef0123456789abcdef";
    private static final Instant NOW = Instant.parse("2026-11-21T16:30:59.999Z");

    // a zone in which it is already tomorrow: dates are UTC whatever the machine's zone
    private final AkSkCredential ours = new AkSkCredential(KEYS, PROJECT, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
    private final BasicCredentials vendors = new BasicCredentials()
            .withAk(KEYS.accessKey())
            .withSk(KEYS.secretKey())
            .withProjectId(PROJECT);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void signatureIsTheVendors(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            RandomRequest request = RandomRequest.of(random);
            OutgoingRequest wire = request.onTheWire(random);

            Map<String, String> headers = ours.headersFor(wire);

            assertThat(headers.get("Authorization"))
                    .as(() -> request + ", on the wire " + wire.uri())
                    .isEqualTo(vendorsAuthorization(request));
        }
    }

    private String vendorsAuthorization(RandomRequest request) {
        HttpRequestBuilder builder = HttpRequest.newBuilder()
                .withMethod(HttpMethod.valueOf(request.method()))
                .withEndpoint(request.endpoint())
                .withPath(request.path())
                .withContentType("application/json")
                .addHeader("Content-Type", "application/json")
                .addHeader("X-Sdk-Date", "20261121T163059Z")
                .addHeader("X-Project-Id", PROJECT)
                .addHeader("X-Security-Token", KEYS.securityToken())
                .addHeaders(request.headers())
                .withBodyAsString(request.body());
        request.query().forEach(builder::addQueryParam);
        return AKSKSigner.getInstance().sign(builder.build(), vendors).get("Authorization");
    }
}
