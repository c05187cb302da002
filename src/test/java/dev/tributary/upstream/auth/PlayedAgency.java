package dev.tributary.upstream.auth;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A metadata service and a pod identity as a test plays them, over real HTTP on a free port. */
final class PlayedAgency implements AutoCloseable {
    static final String TOKEN = "/meta-data/latest/api/token";
    static final String KEYS = "/openstack/latest/securitykey";
    static final String POD = "/v1/credentials";

    private static final String METADATA_NAMES =
            "{'credential':{'access':'AK%1$d','secret':'SK%1$d','securitytoken':'ST%1$d','expires_at':'%2$s'}}";
    private static final String POD_NAMES =
            "{'credentials':{'accessKeyId':'AK%1$d','secretAccessKey':'SK%1$d','securityToken':'ST%1$d','expiration':'%2$s'}}";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<HttpServerResponse>> answers = new ConcurrentHashMap<>();

    /** @param headers without regard to case */
    record Seen(String method, String uri, Map<String, String> headers, String body) {}

    PlayedAgency() {
        answers(TOKEN, response -> response.end("token" + of(TOKEN).size()));
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    PodIdentity podWith(String tokenFile) {
        return new PodIdentity(url().resolve(POD), tokenFile);
    }

    List<Seen> all() {
        return seen;
    }

    List<Seen> of(String path) {
        return seen.stream().filter(request -> request.uri().equals(path)).toList();
    }

    /** From now on. */
    void answers(String path, Consumer<HttpServerResponse> answer) {
        answers.put(path, answer);
    }

    /** From now on. */
    void answers(String path, int status, String body) {
        answers(path, response -> response.setStatusCode(status).end(body));
    }

    /** From now on: keys {@code AK1}, {@code AK2} and so on, by the number of the request, under the path's own names. */
    void hasKeysUntil(String path, Instant expiresAt) {
        answers(path, response -> issue(path, response, expiresAt));
    }

    /** From now on: as above, but no answer leaves before {@code signal}. */
    void hasKeysUntil(String path, Instant expiresAt, Promise<Void> signal) {
        answers(path, response -> signal.future().onSuccess(given -> issue(path, response, expiresAt)));
    }

    private void issue(String path, HttpServerResponse response, Instant expiresAt) {
        String names = path.equals(POD) ? POD_NAMES : METADATA_NAMES;
        response.end(names.formatted(of(path).size(), expiresAt).replace('\'', '"'));
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
            seen.add(new Seen(request.method().name(), request.uri(), headers, body.toString()));
            answers.get(request.path()).accept(request.response());
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
