package dev.tributary.http;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.smallrye.health.runtime.ShutdownReadinessCheck;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/**
 * Sends clients elsewhere once the process has been told to stop. For {@code quarkus.shutdown.delay} all is answered as
 * before, but each answer ends its connection: the next one is opened to another replica, while one that was kept would
 * lead here for as long as it lasts, whatever readiness says. After that Quarkus refuses what is new, and exports end.
 */
@Singleton
class Stopping {

    private static final int FIRST = LongAddresses.BEFORE_ALL_ROUTES + 2;
    private static final long NO_ERROR = 0; // RFC 9113, section 7

    /** Those under way end as they would, also such as are not known here yet (RFC 9113, section 6.8). */
    private static final int ALL_STREAMS = Integer.MAX_VALUE;

    private final ShutdownReadinessCheck readiness;
    private final Clock clock;
    private final Duration delay;
    private volatile Instant endOfDelay = Instant.MAX;

    /** @param readiness goes down first of all, which Quarkus tells nobody */
    Stopping(
            @Readiness ShutdownReadinessCheck readiness,
            Clock clock,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.readiness = readiness;
        this.clock = clock;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /** Whether an export that goes on would be cut, if it does not end by itself within the grace period. */
    boolean endsExports() {
        return hasBegun() && !clock.instant().isBefore(endOfDelay);
    }

    private boolean hasBegun() {
        if (endOfDelay.equals(Instant.MAX) && readiness.call().getStatus() == Status.DOWN) {
            endOfDelay = clock.instant().plus(delay);
        }
        return !endOfDelay.equals(Instant.MAX);
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    /** Looks when the answer begins: by then the process may have been told. */
    private void watch(RoutingContext context) {
        context.addHeadersEndHandler(beginning -> {
            if (hasBegun()) {
                endConnection(context);
            }
        });
        context.next();
    }

    /** HTTP/2 tells behind the answer: Vert.x and JDK 17 give up what they have under way when they are told to go. */
    private static void endConnection(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.addEndHandler(ended -> connection.goAway(NO_ERROR, ALL_STREAMS));
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaderValues.CLOSE);
            context.addEndHandler(ended -> connection.close());
        }
    }
}
