package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Writes a line for each request for events once its answer has ended, whoever asked and whatever became of it, and has
 * those counted that became queries.
 */
@Singleton
class AccessLog {

    private static final Logger LOG = Logger.getLogger("tributary.access");
    private static final int FIRST = LongAddresses.BEFORE_ALL_ROUTES + 1;

    private final Clock clock;
    private final QueryMeter meter;

    AccessLog(Clock clock, QueryMeter meter) {
        this.clock = clock;
        this.meter = meter;
    }

    void register(@Observes Filters filters) {
        filters.register(this::follow, FIRST);
    }

    private void follow(RoutingContext context) {
        Visit visit = Visit.begin(context, clock.instant());
        AtomicBoolean isOver = new AtomicBoolean(); // the end and the loss of the connection may both be told
        context.addEndHandler(end -> {
            if (isOfEvents(context, visit) && isOver.compareAndSet(false, true)) {
                boolean isCut = end.failed() || !context.response().ended();
                over(new AccessLine(context, visit, Duration.between(visit.begun(), clock.instant()), isCut));
            }
        });
        context.next();
    }

    private void over(AccessLine line) {
        line.tell(meter);
        LOG.info(line);
    }

    /** Also when it did not get as far as to be understood. */
    private static boolean isOfEvents(RoutingContext context, Visit visit) {
        String path = context.request().path();
        return visit.format() != null || path != null && path.startsWith("/events");
    }
}
