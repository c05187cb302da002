package dev.tributary.http;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** One answer on its way to its client, from the first byte to the end, or to the place where it is broken off. */
final class Transfer {

    private final Streamed body;
    private final ResteasyReactiveRequestContext context;
    private final Outlet outlet;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private volatile Cancellable sending = () -> {};

    Transfer(Streamed body, ResteasyReactiveRequestContext context, Duration patience) {
        this.body = body;
        this.context = context;
        this.outlet = new Outlet(context.serverRequest().unwrap(HttpServerRequest.class), patience);
    }

    void begin() {
        context.suspend();
        outlet.response().setChunked(true);
        context.serverResponse().addCloseHandler(this::gone); // before all is sent, after which it would be refused
        sending = body.to(outlet).chain(outlet::end).subscribe().with(sent -> over(), this::broken);
    }

    private void gone() {
        sending.cancel();
        over();
    }

    private void broken(Throwable failure) {
        if (!(failure instanceof BrokenOff)) {
            Defect.of(failure).log();
        }
        outlet.cut();
        over();
    }

    /** Gives the request back to the framework, which lets go of what it holds for it. */
    private void over() {
        if (isOver.compareAndSet(false, true)) {
            context.resume();
        }
    }
}
