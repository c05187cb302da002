package dev.tributary.simulator;

import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.access.User;
import dev.tributary.simulator.life.Platform;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The upstream of {@code dev} and {@code demo}: a platform that looks like life, on a fixed port of this machine. Quarkus
 * opens the service's own port only after all observers of the start have returned, so no query can come too early.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo"})
class LocalPlatform {
    static final AccessKey ACCESS_KEY = new AccessKey("SIMULATORACCESSKEY01", "simulator-secret-key");
    static final User USER = new User("simulated-account", "tributary", "simulator-password");

    private static final long SEED = 1;

    private final Vertx vertx;
    private final int port;
    private @Nullable Simulator simulator;

    LocalPlatform(Vertx vertx, @ConfigProperty(name = "simulator.port", defaultValue = "8180") int port) {
        this.vertx = vertx;
        this.port = port;
    }

    void start(@Observes StartupEvent event) {
        Simulator started = Simulator.start(
                vertx, SimulatorSettings.onPort(port).with(ACCESS_KEY).with(USER));
        Platform.populations(SEED).forEach((identity, population) -> started.plays(identity, population));
        simulator = started;
    }

    void stop(@Observes ShutdownEvent event) {
        if (simulator != null) {
            simulator.stop();
        }
    }

    Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("asked for before the application started");
        }
        return simulator;
    }
}
