package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.access.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service has no secret in its files: it takes what the place where it runs has for the vendor's SDK. */
class CredentialsOfThePlaceIT {
    private static final AccessKey TEMPORARY = new AccessKey("TEMPAK", "TEMPSK", "TEMPTOKEN");

    @TempDir
    Path directory;

    private final Simulator simulator =
            Simulator.start(SimulatorSettings.onAFreePort().with(TEMPORARY));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theVariablesOfTheVendorsSdkSign() {
        readsCompletely(
                "",
                Map.of(
                        "HUAWEICLOUD_SDK_AK", TEMPORARY.accessKey(),
                        "HUAWEICLOUD_SDK_SK", TEMPORARY.secretKey(),
                        "HUAWEICLOUD_SDK_SECURITY_TOKEN", "TEMPTOKEN"));
    }

    /** Nobody listens at the metadata service's address here. */
    @Test
    void theIdentityOfAPodSigns() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "PODTOKEN\n");
        HttpServer cce = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cce.createContext("/v1/credentials", CredentialsOfThePlaceIT::issueKeys);
        cce.start();
        try {
            readsCompletely(
                    """
                    tributary.accounts.default.agency=true
                    tributary.accounts.default.metadata-endpoint=http://127.0.0.1:1
                    """,
                    Map.of(
                            "HC_CONTAINER_CREDENTIALS_FULL_URI",
                            "http://127.0.0.1:" + cce.getAddress().getPort() + "/v1/credentials",
                            "HC_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                            token.toString()));
        } finally {
            cce.stop(0);
        }
    }

    private static void issueKeys(HttpExchange exchange) throws IOException {
        boolean known = "PODTOKEN".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = """
                {"credentials": {"accessKeyId": "TEMPAK", "secretAccessKey": "TEMPSK", "securityToken": "TEMPTOKEN",
                 "expiration": "2999-01-01T00:00:00.000Z"}}
                """.getBytes(UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void readsCompletely(String account, Map<String, String> variables) {
        new World(1, 50).playedBy(simulator);
        String configuration = PackagedService.fourSourcesAt(simulator.url())
                .replaceAll("(?m)^tributary\\.accounts\\.default\\.(access|secret)-key=.*\\R", "");
        try (PackagedService service = PackagedService.start(directory, configuration + account, variables)) {
            Api.Reply answer = service.api().get("/events?from=" + World.FROM + "&to=" + World.TO);

            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(answer.json().path("complete").asBoolean()).isTrue();
            assertThat(service.output()).doesNotContain("TEMPSK", "TEMPTOKEN", "PODTOKEN");
        }
    }
}
