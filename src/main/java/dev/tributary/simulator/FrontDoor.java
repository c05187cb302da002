package dev.tributary.simulator;

import dev.tributary.simulator.access.Gateway;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Programme;
import dev.tributary.simulator.api.Route;
import dev.tributary.simulator.control.Control;
import dev.tributary.simulator.fault.FaultScript;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes: the log, the script of faults, the gateway, and then the API it asks for. Only what steers
 * the simulator itself goes past all of that.
 */
record FrontDoor(Vertx vertx, Gateway gateway, Programme programme, FaultScript faults, RequestLog log) {

    void enter(HttpServerRequest request) {
        request.body()
                .map(body -> wire(request, body))
                .compose(wire -> Control.isFor(wire) ? steer(request, wire) : play(request, wire))
                .onFailure(broken -> admit(request, broken));
    }

    private Future<Void> steer(HttpServerRequest request, WireRequest wire) {
        Reply reply = new Control(faults, log).answer(wire);
        reply.headers().forEach(request.response()::putHeader);
        Buffer line = Buffer.buffer(reply.body()).appendString("\n"); // people read it in a terminal
        return request.response().setStatusCode(reply.status()).end(line);
    }

    /** A population that cannot be computed is a mistake of a test, which should see it rather than wait. */
    private static void admit(HttpServerRequest request, Throwable broken) {
        if (!request.response().closed() && !request.response().headWritten()) {
            request.response().setStatusCode(500).end("The simulator itself broke: " + broken);
        }
    }

    private Future<Void> play(HttpServerRequest request, WireRequest wire) {
        Route route = Route.of(wire);
        @Nullable Identity identity = route.identity(wire).orElse(null);
        long number = log.arrived(route.api(), identity, wire);
        faults.next(route.api().place(identity))
                .befall(new HttpExchange(vertx, request.response(), () -> reply(route, wire), log, number));
        return Future.succeededFuture();
    }

    private Reply reply(Route route, WireRequest wire) {
        try {
            return switch (route.api()) {
                case UNKNOWN -> Reply.error(404, "APIGW.0101", "The API does not exist or has not been published.");
                case LOGIN -> gateway.login(wire);
                default -> gateway.refusal(wire).orElseGet(() -> programme.answer(route, wire));
            };
        } catch (Refused refused) {
            return refused.reply();
        }
    }

    private static WireRequest wire(HttpServerRequest request, Buffer body) {
        return new WireRequest(request.method().name(), request.uri(), headers(request.headers()), body.getBytes());
    }

    private static Map<String, List<String>> headers(MultiMap headers) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.names().forEach(name -> byName.put(name.toLowerCase(Locale.ROOT), headers.getAll(name)));
        return Map.copyOf(byName);
    }
}
