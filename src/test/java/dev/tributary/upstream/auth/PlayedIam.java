package dev.tributary.upstream.auth;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** IAM as a test plays it, over real HTTP on a free port: it notes every login and answers as it was told last. */
final class PlayedIam implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<Login> logins = new CopyOnWriteArrayList<>();
    private volatile Consumer<HttpServerResponse> play = HttpServerResponse::end;

    /** What one login looked like. */
    record Login(String method, String uri, String contentType, String body) {}

    PlayedIam() {
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    List<Login> logins() {
        return logins;
    }

    /** From now on. */
    void answers(Consumer<HttpServerResponse> answer) {
        play = answer;
    }

    /** From now on: tokens {@code t1}, {@code t2} and so on, by the number of the login. */
    void issuesTokensUntil(Instant expiresAt) {
        answers(response -> issue(response, expiresAt));
    }

    /** From now on: as above, but no answer leaves before {@code signal}. */
    void issuesTokensUntil(Instant expiresAt, Promise<Void> signal) {
        answers(response -> signal.future().onSuccess(given -> issue(response, expiresAt)));
    }

    private void issue(HttpServerResponse response, Instant expiresAt) {
        response.setStatusCode(201)
                .putHeader("X-Subject-Token", "t" + logins.size())
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end("{\"token\":{\"methods\":[\"password\"],\"expires_at\":\"" + expiresAt + "\",\"roles\":[]}}");
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            logins.add(new Login(
                    request.method().name(), request.uri(), request.getHeader("Content-Type"), body.toString()));
            play.accept(request.response());
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
