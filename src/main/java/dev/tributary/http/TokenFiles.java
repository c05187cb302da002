package dev.tributary.http;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose token it is, by the files as they are now. */
@Singleton
class TokenFiles {

    /** Kubernetes itself takes up to a minute to bring a changed secret into a pod. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final List<TokenWatch> watches;
    private final Vertx vertx;

    TokenFiles(CallersConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.watches =
                config.callers().entrySet().stream().flatMap(TokenFiles::watch).toList();
    }

    private static Stream<TokenWatch> watch(Map.Entry<String, CallerConfig> caller) {
        return caller.getValue().tokenFile().map(TokenFile::new).stream()
                .map(file -> TokenWatch.begin(caller.getKey(), file));
    }

    /** The caller's name; a token that stands in the files of two callers is nobody's. */
    Optional<String> holder(String token) {
        TokenHash presented = TokenHash.of(token);
        List<String> holders = watches.stream()
                .filter(watch -> watch.knows(presented))
                .map(TokenWatch::caller)
                .toList();
        return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
    }

    void watch(@Observes StartupEvent started) {
        if (!watches.isEmpty()) {
            lookAgain();
        }
    }

    /** One look after the other: a file system that hangs keeps no more than one thread. */
    private void lookAgain() {
        vertx.setTimer(
                LOOK_EVERY.toMillis(),
                timer -> vertx.executeBlocking(this::look, false).onComplete(looked -> lookAgain()));
    }

    private boolean look() {
        watches.forEach(TokenWatch::look);
        return true;
    }
}
