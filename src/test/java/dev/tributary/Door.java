package dev.tributary;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;

/** A port in front of a simulator, for what goes wrong before a request has arrived. */
final class Door implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Vertx vertx;
    private final NetClient client;
    private final int behind;
    /** Bound and never connected: while the door is shut, nobody else on the machine is given its port. */
    private final Socket place = place();

    private NetServer server;

    private Door(Vertx vertx, int behind, NetServerOptions options) {
        this.vertx = vertx;
        this.client = vertx.createNetClient();
        this.behind = behind;
        this.server = listening(options);
    }

    /** @param behind the port that it leads to */
    static Door to(Vertx vertx, int behind) {
        return new Door(vertx, behind, new NetServerOptions());
    }

    /** Opens for TLS only. */
    static Door to(Vertx vertx, int behind, PfxOptions certificate) {
        return new Door(vertx, behind, showing(certificate));
    }

    private static NetServerOptions showing(PfxOptions certificate) {
        return new NetServerOptions().setSsl(true).setKeyCertOptions(certificate);
    }

    int port() {
        return place.getLocalPort();
    }

    /** Breaks all connections; new ones are refused. */
    void shut() {
        await(server.close());
    }

    /** New connections are let through again, over the same port. */
    void open() {
        server = listening(new NetServerOptions());
    }

    /** Breaks all connections; new ones are let through. */
    void cut() {
        shut();
        open();
    }

    /** Breaks all connections; new ones are shown this certificate. */
    void show(PfxOptions certificate) {
        shut();
        server = listening(showing(certificate));
    }

    /** A closed server's socket is let go of when its selector comes to it, a moment after the server says it is closed. */
    private NetServer listening(NetServerOptions options) {
        return Awaitility.with()
                .pollDelay(Duration.ZERO)
                .ignoreException(CompletionException.class)
                .until(() -> bound(options), Objects::nonNull);
    }

    private NetServer bound(NetServerOptions options) {
        return await(vertx.createNetServer(options).connectHandler(this::lead).listen(port(), HOST));
    }

    private static Socket place() {
        Socket place = new Socket();
        try {
            place.setReuseAddress(true);
            place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place;
    }

    private void lead(NetSocket caller) {
        caller.pause();
        client.connect(behind, HOST)
                .onSuccess(called -> {
                    called.pipeTo(caller);
                    caller.pipeTo(called);
                })
                .onFailure(refused -> caller.close());
    }

    @Override
    public void close() throws IOException {
        await(server.close());
        await(client.close());
        place.close();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
