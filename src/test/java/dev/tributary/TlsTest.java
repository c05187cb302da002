package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/** The service with a certificate from files, as an operator gives them to it. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(TlsTest.WithCertificate.class)
class TlsTest extends FrontDoorTest {
    private static final Duration A_FEW_LOOKS = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/", tls = true)
    String secure;

    @TestHTTPResource(value = "/health/live", management = true)
    String health;

    public static class WithCertificate implements QuarkusTestProfile {
        private static final Certificates AUTHORITY = Certificates.in(directory());
        private static final MountedSecret MOUNTED = MountedSecret.holding(AUTHORITY.pem("first"));

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.tls-configuration-name", "server",
                    "quarkus.tls.server.key-store.pem.0.cert",
                            MOUNTED.file("tls.crt").toString(),
                    "quarkus.tls.server.key-store.pem.0.key",
                            MOUNTED.file("tls.key").toString(),
                    "quarkus.tls.server.reload-period", "2s",
                    "quarkus.http.test-ssl-port", "0");
        }

        private static Path directory() {
            try {
                return Files.createTempDirectory("tls");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void eventsAreServedOverTlsAndBrowsersAreToldToStayWithIt() throws Exception {
        new World(1, 20).playedBy(simulator);

        HttpResponse<String> answer = get("/events?from=" + World.FROM + "&to=" + World.TO);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
    }

    /** The kubelet and scrapers need no certificate for it. */
    @Test
    void healthStaysWhereItWas() {
        assertThat(new Api(health).get("").status()).isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowTheAuthorityDoesNotTrustIt() {
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request("/sources"), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void certificateThatIsReplacedIsUsedWithoutARestart() throws Exception {
        BigInteger first = serialNumber();

        WithCertificate.MOUNTED.swapFor(WithCertificate.AUTHORITY.pem("second"));

        await().atMost(A_FEW_LOOKS)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class) // a handshake may meet the moment of change
                .until(() -> !serialNumber().equals(first));
        assertThat(get("/sources").statusCode()).isEqualTo(200);
    }

    /** What a new connection is shown. */
    private BigInteger serialNumber() {
        URI base = URI.create(secure);
        SSLSocketFactory sockets = WithCertificate.AUTHORITY.trusting().getSocketFactory();
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(base.getHost(), base.getPort())) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(WithCertificate.AUTHORITY.trusting())
                .build();
        return client.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(secure).resolve(path)).build();
    }
}
