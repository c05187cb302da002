package dev.tributary.upstream.auth;

import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every way in which a login can fail. The answers repeat secrets, as some of the vendor's error texts do. */
enum IamFault {
    WRONG_PASSWORD(401, answer(401, "{'error':{'code':401,'message':'SECRET'}}")),
    NO_PERMISSION(403, answer(403, "SECRET")),
    OUT_OF_ORDER(500, answer(500, "<html>SECRET</html>")),
    ELSEWHERE(302, answer(302, "SECRET")),
    WRONG_STATUS(200, answerWithToken(200, "{'token':{'expires_at':'2026-11-22T09:00:00Z'}}")),
    NO_TOKEN(201, answer(201, "{'token':{'expires_at':'2026-11-22T09:00:00Z'}}")),
    NO_BODY(201, answerWithToken(201, "")),
    NO_END(201, answerWithToken(201, "{'token':{'issued_at':'2026-11-21T09:00:00Z'}}")),
    END_ELSEWHERE(201, answerWithToken(201, "{'expires_at':'2026-11-22T09:00:00Z'}")),
    ODD_END(201, answerWithToken(201, "{'token':{'expires_at':'SECRET'}}")),
    NUMBER_AS_END(201, answerWithToken(201, "{'token':{'expires_at':1795338000}}")),
    GARBAGE(201, answerWithToken(201, "SECRET")),
    CONNECTION_CUT(null, HttpServerResponse::reset),
    BODY_CUT(null, IamFault::halfAnAnswer),
    NO_ANSWER(null, response -> {});

    private final @Nullable Integer status;
    private final Consumer<HttpServerResponse> play;

    IamFault(@Nullable Integer status, Consumer<HttpServerResponse> play) {
        this.status = status;
        this.play = play;
    }

    /** The status that the failure has to name, if there was an answer. */
    @Nullable
    Integer status() {
        return status;
    }

    Consumer<HttpServerResponse> play() {
        return play;
    }

    private static Consumer<HttpServerResponse> answer(int status, String body) {
        return response -> response.setStatusCode(status).end(body.replace('\'', '"'));
    }

    private static Consumer<HttpServerResponse> answerWithToken(int status, String body) {
        return response -> answer(status, body).accept(response.putHeader("X-Subject-Token", "SECRET"));
    }

    private static void halfAnAnswer(HttpServerResponse response) {
        response.setStatusCode(201).putHeader("X-Subject-Token", "SECRET").putHeader("Content-Length", "1000");
        response.write("{\"token\":{").onComplete(written -> response.reset());
    }
}
