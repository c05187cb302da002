package dev.tributary.upstream.call;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How often one account may call one host for one kind: a bucket of tokens, filled steadily. Shared by all sources of the
 * group: calls that find it empty wait, and the sources get their turns one after the other, however many calls each has
 * waiting.
 */
public final class Pace {
    /** A 429 never silences a group for longer, whatever its {@code Retry-After} says. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Vertx vertx;
    private final Clock clock;
    private final double perMilli;
    private final double burst;
    private final Turns<UniEmitter<? super Void>> waiting = new Turns<>();
    private double tokens;
    private long filledAt;
    private boolean wakeUpSet;

    /**
     * @param perSecond calls a second in the long run, above 0
     * @param burst calls at once after a rest, 1 or more
     */
    public Pace(Vertx vertx, Clock clock, double perSecond, int burst) {
        this.vertx = vertx;
        this.clock = clock;
        this.perMilli = perSecond / Duration.ofSeconds(1).toMillis();
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = clock.millis();
    }

    /**
     * Done when it is the caller's turn. A caller who cancels leaves the queue and costs no turn.
     *
     * @param source who calls; the sources of the group share the turns evenly
     */
    Uni<Void> turn(String source) {
        return Uni.createFrom().emitter(caller -> {
            queue(source, caller);
            caller.onTermination(() -> withdraw(source, caller));
            serve();
        });
    }

    /** Stops the whole group for a while: the upstream said that it is called too often. */
    synchronized void pause(Duration asked) {
        Duration pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        tokens = Math.min(tokens, 0);
        filledAt = Math.max(filledAt, clock.millis() + pause.toMillis());
    }

    private synchronized void queue(String source, UniEmitter<? super Void> caller) {
        waiting.add(source, caller);
    }

    private synchronized void withdraw(String source, UniEmitter<? super Void> caller) {
        waiting.remove(source, caller);
    }

    private void serve() {
        due().forEach(caller -> caller.complete(null));
    }

    private synchronized List<UniEmitter<? super Void>> due() {
        fill();
        List<UniEmitter<? super Void>> due = new ArrayList<>();
        while (tokens >= 1 && !waiting.isEmpty()) {
            tokens--;
            due.add(waiting.next());
        }
        if (!waiting.isEmpty() && !wakeUpSet) {
            wakeUpSet = true;
            vertx.setTimer(untilNextToken(), timer -> wakeUp());
        }
        return due;
    }

    private void wakeUp() {
        synchronized (this) {
            wakeUpSet = false;
        }
        serve();
    }

    private void fill() {
        long now = clock.millis();
        filledAt = Math.min(filledAt, now + LONGEST_PAUSE.toMillis()); // later only if the clock was set back
        if (now > filledAt) {
            tokens = Math.min(burst, tokens + (now - filledAt) * perMilli);
            filledAt = now;
        }
    }

    /** Milliseconds, 1 or more. */
    private long untilNextToken() {
        long rest = Math.max(0, filledAt - clock.millis());
        return rest + Math.max(1, (long) Math.ceil((1 - tokens) / perMilli));
    }
}
