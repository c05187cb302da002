package dev.tributary.shared;

import static dev.tributary.shared.RealStore.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.upstream.Configured;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connection to a real Redis, and what becomes of it. */
class StoreTest {
    /** Asked for TLS only. */
    private static final TlsConfigurationRegistry NO_TRUST = new TlsConfigurationRegistry() {
        @Override
        public Optional<TlsConfiguration> get(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<TlsConfiguration> getDefault() {
            return Optional.empty();
        }

        @Override
        public void register(String name, TlsConfiguration configuration) {
            throw new UnsupportedOperationException(name);
        }
    };

    @RegisterExtension
    static final RealStore real = new RealStore();

    /** As a Secret that was changed: connections live on, until the store ends them. */
    @Test
    void aPasswordThatHasChangedIsReadAnew() throws IOException {
        Path file = Files.writeString(real.directory().resolve("password"), "old");
        real.redis().ask("CONFIG SET requirepass old");
        SharedConfig config = Configured.nothing()
                .with("shared.password-file", file.toString())
                .as(ReplicasConfig.class)
                .shared();
        Opening opening = new Opening(config, URI.create(real.redis().url()), real.vertx(), NO_TRUST);
        try (Store locked = new Store(real.vertx(), opening, PATIENCE, real.meter())) {
            locked.connect();
            await().until(locked::isWell);
            real.redis().ask("AUTH old\r\nCONFIG SET requirepass new\r\nCLIENT KILL TYPE normal SKIPME yes");
            await().until(() -> !locked.isWell());
            Files.writeString(file, "new");
            await().until(locked::isWell);
            assertThat(real.told()).containsSubsequence(true, false, true);
        } finally {
            real.redis().ask("AUTH new\r\nCONFIG SET requirepass \"\"");
        }
    }
}
