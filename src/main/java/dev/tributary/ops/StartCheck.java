package dev.tributary.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is over: the ports are open a moment before the configuration has passed its checks. */
@Singleton
@Startup
@Readiness
final class StartCheck implements HealthCheck {
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    private volatile boolean isOver;

    void end(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent started) {
        isOver = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(isOver).build();
    }
}
