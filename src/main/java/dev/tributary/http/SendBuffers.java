package dev.tributary.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much of an answer the operating system keeps for a client that does not take it. Left alone, it keeps megabytes,
 * and says for so long that nothing is taken: a client that is only slow would be cut off.
 */
@ApplicationScoped
class SendBuffers implements HttpServerOptionsCustomizer {

    private static final int BYTES = 128 * 1024; // a client 200 ms away gets half a megabyte a second

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }
}
