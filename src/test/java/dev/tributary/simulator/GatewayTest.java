package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.LASTING;
import static dev.tributary.simulator.Running.PROJECT;
import static dev.tributary.simulator.Running.TEMPORARY;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.access.AccessKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call: signatures by the vendor's own signer, tokens, and the login. */
class GatewayTest {
    private static final String LOGIN = """
            {"auth": {"identity": {"methods": ["password"], "password": {"user":
                {"name": "user", "password": "%s", "domain": {"name": "account"}}}},
              "scope": {"project": {"id": "0123456789abcdef0123456789abcdef"}}}}""";

    @RegisterExtension
    final Running running = new Running();

    @BeforeEach
    void someImages() {
        running.simulator().plays(IMAGES, imagesUntilNoon(3));
    }

    @Test
    void aSignedRequestPasses() {
        assertThat(signed(LASTING, LASTING.secretKey(), null).status()).isEqualTo(200);
    }

    @Test
    void aWrongSecretIsRefusedWithTheCanonicalRequestAsTheGatewayDoes() {
        Answer answer = signed(LASTING, "another", null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error_code")).isEqualTo("APIGW.0301");
        assertThat(answer.text("error_msg")).contains("GET|/v5/" + PROJECT + "/container/image/events/|");
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThat(signed(new AccessKey("UNKNOWN", "SK"), "SK", null).text("error_code"))
                .isEqualTo("APIGW.0301");
    }

    @Test
    void aTemporaryKeyNeedsItsSecurityToken() {
        assertThat(signed(TEMPORARY, TEMPORARY.secretKey(), TEMPORARY.securityToken())
                        .status())
                .isEqualTo(200);
        assertThat(signed(TEMPORARY, TEMPORARY.secretKey(), null).status()).isEqualTo(401);
        assertThat(signed(TEMPORARY, TEMPORARY.secretKey(), "another").status()).isEqualTo(401);
    }

    @Test
    void anOldSignatureIsRefused() {
        Map<String, String> headers = headers(LASTING, LASTING.secretKey(), null);
        running.clock.set(Instant.now().plus(Duration.ofMinutes(16)));

        assertThat(running.caller().get(imagePath("?limit=2"), headers).text("error_code"))
                .isEqualTo("APIGW.0303");
    }

    @Test
    void aCallWithoutCredentialsIsRefused() {
        Answer answer = running.caller().get(imagePath(""), Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("error_code")).isEqualTo("APIGW.0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v5/p/container/images", "/", "//v5/p/container/image/events", "/v3/auth/tokens"})
    void anUnknownPathIsNotFoundByTheGateway(String path) {
        Answer answer = running.caller().get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("error_code")).isEqualTo("APIGW.0101");
    }

    @Test
    void aLoginGivesATokenThatPassesUntilItExpires() {
        running.simulator().tokens().lastFor(Duration.ofHours(1));

        Answer login = login("pässword");

        assertThat(login.status()).isEqualTo(201);
        assertThat(login.json().at("/token/expires_at").asText()).isEqualTo("2026-11-21T13:00:00.000000Z");
        assertThat(login.json().at("/token/project/id").asText()).isEqualTo(PROJECT);
        assertThat(statusWith(token(login))).isEqualTo(200);
        running.clock.advance(Duration.ofHours(1));
        assertThat(statusWith(token(login))).isEqualTo(401);
    }

    @Test
    void aNewTokenLeavesOlderOnesValidUntilTheyAreRevoked() {
        String first = token(login("pässword"));
        String second = token(login("pässword"));

        assertThat(second).isNotEqualTo(first);
        assertThat(statusWith(first)).isEqualTo(200);
        running.simulator().tokens().revokeAll();
        assertThat(statusWith(first)).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(401);
        assertThat(statusWith(token(login("pässword")))).isEqualTo(200);
        assertThat(running.simulator().tokens().issued()).isEqualTo(3);
    }

    @Test
    void aWrongPasswordIsRefused() {
        Answer answer = login("another");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("X-Subject-Token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"auth\":{}}"})
    void aLoginThatCannotBeReadIsRefused(String body) {
        assertThat(running.caller().post("/v3/auth/tokens", body).status()).isEqualTo(400);
    }

    private Answer login(String password) {
        return running.caller().post("/v3/auth/tokens?nocatalog=true", LOGIN.formatted(password));
    }

    private static String token(Answer login) {
        return login.response().headers().firstValue("X-Subject-Token").orElseThrow();
    }

    private int statusWith(String token) {
        return running.caller()
                .get(imagePath(""), Map.of("X-Auth-Token", token))
                .status();
    }

    private Answer signed(AccessKey key, String secret, String securityToken) {
        // The vendor's signer takes the time from the system.
        Instant now = Instant.now();
        running.clock.set(now);
        return running.caller().get(imagePath("?limit=2"), headers(key, secret, securityToken));
    }

    private Map<String, String> headers(AccessKey key, String secret, String securityToken) {
        BasicCredentials credentials =
                new BasicCredentials().withAk(key.accessKey()).withSk(secret).withProjectId(PROJECT);
        HttpRequest.HttpRequestBuilder request = HttpRequest.newBuilder()
                .withMethod(HttpMethod.GET)
                .withEndpoint(running.simulator().url())
                .withPath(imagePath(""))
                .addQueryParam("limit", List.of("2"));
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Project-Id", PROJECT);
        if (securityToken != null) {
            headers.put("X-Security-Token", securityToken);
        }
        headers.forEach(request::addHeader);
        headers.putAll(AKSKSigner.getInstance().sign(request.build(), credentials));
        headers.remove("Host");
        return headers;
    }
}
