package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Vertx vertx = Vertx.vertx();
    private final Set<Object> timers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final Uni<String> never =
            Uni.createFrom().<String>nothing().onCancellation().invoke(cancelled::incrementAndGet);
    private final TimeLimit limit = new TimeLimit(counting());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatComesInTimeIsGivenAndLeavesNoTimerBehind() {
        assertThat(limited(Uni.createFrom().item("answer"), LONG).await().atMost(LONG))
                .isEqualTo("answer");
        assertThat(timers).isEmpty();
    }

    @Test
    void aFailureIsPassedOnAndLeavesNoTimerBehind() {
        Uni<String> broken = limited(Uni.createFrom().failure(new IllegalStateException("broken")), LONG);
        assertThatThrownBy(() -> broken.await().atMost(LONG)).hasMessage("broken");
        assertThat(timers).isEmpty();
    }

    @Test
    void whatIsLateIsCancelled() {
        assertThatThrownBy(() -> limited(never, SHORT).await().atMost(LONG)).isInstanceOf(TimeoutException.class);
        await().untilAsserted(() -> assertThat(cancelled).hasValue(1));
    }

    @Test
    void noTimeAtAllIsOverAtOnce() {
        assertThatThrownBy(() -> limited(never, Duration.ZERO).await().atMost(LONG))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void whoCancelsCancelsWhatHeWaitedForAndLeavesNoTimerBehind() {
        Cancellable waiting = limited(never, LONG).subscribe().with(answer -> {});
        assertThat(timers).hasSize(1);

        waiting.cancel();

        assertThat(cancelled).hasValue(1);
        assertThat(timers).isEmpty();
    }

    private Uni<String> limited(Uni<String> awaited, Duration time) {
        return limit.on(awaited, time, TimeoutException::new);
    }

    /** Passes everything on, and remembers the timers that were not cancelled. */
    private Vertx counting() {
        return (Vertx) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Vertx.class}, (proxy, method, arguments) -> {
                    Object given = method.invoke(vertx, arguments);
                    switch (method.getName()) {
                        case "setTimer" -> timers.add(given);
                        case "cancelTimer" -> timers.remove(arguments[0]);
                        default -> {}
                    }
                    return given;
                });
    }
}
