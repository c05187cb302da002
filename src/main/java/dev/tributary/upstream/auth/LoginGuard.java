package dev.tributary.upstream.auth;

import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps logins from being repeated too soon: a refused one for a minute or more, one without an answer for a second or
 * more. Meanwhile they fail at once.
 *
 * @param user who logs in, and for what
 * @param standing what the account's logins share
 */
record LoginGuard(String user, Standing standing) {

    <T> Uni<T> guarded(Supplier<Uni<T>> login) {
        return standing.in(
                user,
                () -> login.get()
                        .invoke(() -> standing.accepted(user))
                        .onFailure(UpstreamException.class)
                        .invoke(thrown -> failed(((UpstreamException) thrown).failure())));
    }

    private void failed(SourceFailure failure) {
        if (isRefusal(failure.upstreamStatus())) {
            standing.refused(user, failure);
        } else {
            standing.unanswered(user, failure);
        }
    }

    /** 408 and 429 are said of the call, not of who makes it. */
    private static boolean isRefusal(@Nullable Integer status) {
        return status != null && status >= 400 && status < 500 && status != 408 && status != 429;
    }

    Optional<Instant> restsUntil() {
        return standing.restsUntil(user);
    }
}
