package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Writes a line for each request for events once its answer has ended, whoever asked and whatever became of it. */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("tributary.access");
    private static final int FIRST = LongAddresses.BEFORE_ALL_ROUTES + 1;

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::follow, FIRST);
    }

    private void follow(RoutingContext context) {
        Visit visit = Visit.begin(context, clock.instant());
        AtomicBoolean isWritten = new AtomicBoolean(); // the end and the loss of the connection may both be told
        context.addEndHandler(end -> {
            if (isOfEvents(context, visit) && isWritten.compareAndSet(false, true)) {
                boolean isCut = end.failed() || !context.response().ended();
                LOG.info(new AccessLine(context, visit, Duration.between(visit.begun(), clock.instant()), isCut));
            }
        });
        context.next();
    }

    /** Also when it did not get as far as to be understood. */
    private static boolean isOfEvents(RoutingContext context, Visit visit) {
        String path = context.request().path();
        return visit.format() != null || path != null && path.startsWith("/events");
    }
}
