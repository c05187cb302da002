package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Upstreams and IAM behind certificates of a private authority, which a trust store of our own knows. */
@QuarkusTest
@TestProfile(UpstreamTrustTest.PrivateAuthority.class)
class UpstreamTrustTest {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;

    @TestHTTPResource("/")
    String url;

    /**
     * All sources log in at an IAM. One is asked where the certificate has expired, one where it is for another name, one
     * where a stranger has made it.
     */
    public static class PrivateAuthority extends AccountProfile {
        private static final Certificates OURS = authority();
        private static final Vertx VERTX = Vertx.vertx();
        private static final Simulator SIMULATOR =
                Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.USER));

        public PrivateAuthority() {
            super(AccountProfile.userWith(SimulatorResource.USER.password()));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = super.getConfigOverrides();
            String valid = behind(OURS.valid());
            overrides.put(
                    "quarkus.tls.upstream.trust-store.pem.certs",
                    OURS.authority().toString());
            overrides.put("tributary.accounts.other.iam-endpoint", valid);
            overrides.put("tributary.sources.registry.endpoint", valid);
            overrides.put("tributary.sources.orders-db.endpoint", valid.replace("localhost", "127.0.0.1"));
            overrides.put("tributary.sources.images.endpoint", behind(OURS.expired()));
            overrides.put(
                    "tributary.sources.prod-cluster.endpoint",
                    behind(authority().valid()));
            overrides.put("tributary.max-retries", "0");
            return overrides;
        }

        private static String behind(PfxOptions certificate) {
            return "https://localhost:"
                    + Door.to(VERTX, SIMULATOR.port(), certificate).port();
        }

        private static Certificates authority() {
            try {
                return Certificates.in(Files.createTempDirectory("authority"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void certificatesOfThatAuthorityAreTrustedWhileTheyAreValidAndNoOthers() {
        new World(3, 80).playedBy(PrivateAuthority.SIMULATOR);

        Api.Reply answer = new Api(url).getAnew(HOUR);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.source("registry").path("status").asText()).isEqualTo("complete");
        assertThat(answer.source("orders-db").at("/error/type").asText()).isEqualTo("unreachable");
        assertThat(answer.source("images").at("/error/type").asText()).isEqualTo("unreachable");
        assertThat(answer.source("prod-cluster").at("/error/type").asText()).isEqualTo("unreachable");
    }
}
