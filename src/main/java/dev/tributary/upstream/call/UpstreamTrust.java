package dev.tributary.upstream.call;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import java.util.Optional;

/**
 * Whose certificates upstreams and IAM may have: those of the trust store named {@code upstream} in Quarkus' TLS registry
 * ({@code quarkus.tls.upstream.trust-store…}), or, where there is none, those of the Java virtual machine.
 */
public final class UpstreamTrust {
    private static final String NAME = "upstream";

    private UpstreamTrust() {}

    /** Looked up where the builder itself looks up all else; a client that is built without a container has no registry. */
    public static QuarkusRestClientBuilder in(QuarkusRestClientBuilder client) {
        return configured().map(client::tlsConfiguration).orElse(client);
    }

    private static Optional<TlsConfiguration> configured() {
        return Optional.ofNullable(Arc.container())
                .filter(ArcContainer::isRunning)
                .flatMap(container -> Optional.ofNullable(
                        container.instance(TlsConfigurationRegistry.class).get()))
                .flatMap(registry -> registry.get(NAME));
    }
}
