package dev.tributary.simulator;

import dev.tributary.simulator.access.Gateway;
import dev.tributary.simulator.access.Tokens;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Programme;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.fault.FaultScript;
import dev.tributary.simulator.fault.Target;
import dev.tributary.simulator.fault.When;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The four APIs and IAM on a port of this machine. Nothing is played, nobody may call and nothing goes wrong until
 * somebody says so; all of it may be said at any time.
 */
public final class Simulator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final Supplier<Future<Void>> stopping;
    private final Gateway gateway;
    private final Programme programme;
    private final FaultScript faults;
    private final RequestLog requests;

    private Simulator(HttpServer server, Supplier<Future<Void>> stopping, FrontDoor door) {
        this.server = server;
        this.stopping = stopping;
        this.gateway = door.gateway();
        this.programme = door.programme();
        this.faults = door.faults();
        this.requests = door.log();
    }

    /** Starts on a Vert.x of its own, which stops with it. Blocks until it listens. */
    public static Simulator start(SimulatorSettings settings) {
        Vertx own = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        FrontDoor door = door(own, settings);
        return new Simulator(listening(door, settings), own::close, door);
    }

    /** Starts on a Vert.x that goes on when it stops. Blocks until it listens. */
    public static Simulator start(Vertx vertx, SimulatorSettings settings) {
        FrontDoor door = door(vertx, settings);
        HttpServer server = listening(door, settings);
        return new Simulator(server, server::close, door);
    }

    private static FrontDoor door(Vertx vertx, SimulatorSettings settings) {
        return new FrontDoor(
                vertx,
                new Gateway(
                        settings.clock(),
                        settings.accessKeys(),
                        settings.users(),
                        settings.tokens(),
                        settings.tokenLife()),
                new Programme(settings.clock()),
                new FaultScript(settings.clock()),
                new RequestLog(settings.clock()));
    }

    private static HttpServer listening(FrontDoor door, SimulatorSettings settings) {
        HttpServer server = door.vertx().createHttpServer(options(settings)).requestHandler(door::enter);
        await(server.listen());
        return server;
    }

    private static HttpServerOptions options(SimulatorSettings settings) {
        return new HttpServerOptions()
                .setHost(HOST)
                .setPort(settings.port())
                .setCompressionSupported(true)
                .setMaxInitialLineLength(1 << 16);
    }

    public int port() {
        return server.actualPort();
    }

    /** The base URL, without a slash at its end. */
    public String url() {
        return "http://" + HOST + ":" + port();
    }

    /** See {@link #plays(Identity, Population, Readings)}, read as usual. */
    public void plays(Identity identity, Population population) {
        plays(identity, population, Readings.usual());
    }

    /** From now on these rows are told; what was played for the identity before is forgotten. */
    public void plays(Identity identity, Population population, Readings readings) {
        programme.plays(identity, population, readings);
    }

    /** See {@link #plays(Identity, Moving, Readings)}, read as usual. */
    public void plays(Identity identity, Moving rows) {
        plays(identity, rows, Readings.usual());
    }

    /** Rows that come and go between calls; asked afterwards, {@code rows} knows which were there when. */
    public void plays(Identity identity, Moving rows, Readings readings) {
        programme.plays(identity, rows, readings);
    }

    /** Lets calls of the API go wrong; where several faults fit a call, the one set first counts. */
    public void fault(Api api, Calls calls, Fault fault) {
        fault(Target.of(api), When.of(calls), fault);
    }

    /** Lets calls go wrong that ask for that list. */
    public void fault(Identity identity, Calls calls, Fault fault) {
        fault(Target.of(identity), When.of(calls), fault);
    }

    /** See {@link #fault(Api, Calls, Fault)}; what is posted to {@code /_simulator/faults} adds to the same script. */
    public void fault(Target target, When when, Fault fault) {
        faults.add(target, when, fault, Map.of("target", target.text()));
    }

    /** From now on nothing goes wrong. */
    public void heals() {
        faults.clear();
    }

    /** What was seen so far. */
    public RequestLog requests() {
        return requests;
    }

    /** The tokens handed out by logins. */
    public Tokens tokens() {
        return gateway.tokens();
    }

    /** As if newly started: nothing played, nothing wrong, nothing seen. Accounts and tokens stay. */
    public void reset() {
        programme.clear();
        faults.clear();
        requests.clear();
    }

    /** Stops listening and breaks what is in flight. Blocks until that is done. */
    public void stop() {
        await(stopping.get());
    }

    @Override
    public void close() {
        stop();
    }

    /** The simulator starts and stops on threads that may wait, never on an event loop. */
    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
