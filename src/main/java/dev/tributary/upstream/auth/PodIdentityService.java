package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** Keys of a pod's own identity, from CCE. The token that proves which pod asks is read from its file every time. */
final class PodIdentityService implements Issuer {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(UTF_8);

    private final PodIdentity identity;
    private final AgencyKeys keys;
    private final Vertx vertx;
    private final IssuingService service;
    private final PodIdentityClient client;

    PodIdentityService(PodIdentity identity, AgencyKeys keys, Vertx vertx) {
        this(identity, keys, vertx, TIMEOUT);
    }

    PodIdentityService(PodIdentity identity, AgencyKeys keys, Vertx vertx, Duration timeout) {
        this.identity = identity;
        this.keys = keys;
        this.vertx = vertx;
        this.service = new IssuingService("CCE pod identity", identity.url(), timeout);
        this.client = service.client(PodIdentityClient.class);
    }

    @Override
    public Uni<Issued> issue() {
        return token().chain(token -> service.answer(client.credentials(token, EMPTY_OBJECT)))
                .map(answer -> keys.in(answer, service));
    }

    private Uni<String> token() {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.fileSystem().readFile(identity.tokenFile()).toCompletionStage())
                .onFailure() // any: missing, not ours to read, a directory
                .transform(unreadable -> service.failure("has a token file that cannot be read", null))
                .map(this::tokenIn);
    }

    private String tokenIn(Buffer file) {
        String token = file.toString(UTF_8).strip();
        if (!AgencyKeys.isVisible(token)) {
            throw service.failure("has a token file without a token", null);
        }
        return token;
    }
}
