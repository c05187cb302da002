package dev.tributary.bench.scale;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** A clock that goes on to whatever is due next, and no faster than that is done. One thread does everything. */
final class VirtualTime extends Clock {
    static final Instant BEGIN = Instant.parse("2026-01-10T12:00:00Z");

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::micros).thenComparingLong(Due::number));
    private long micros;
    private long number;

    /** Since the begin. */
    long micros() {
        return micros;
    }

    void after(long delay, Runnable action) {
        due.add(new Due(micros + delay, number++, action));
    }

    <T> Uni<T> later(long delay, Supplier<T> value) {
        return Uni.createFrom().emitter(waiter -> after(delay, () -> waiter.complete(value.get())));
    }

    void runFor(Duration length) {
        long end = length.dividedBy(ChronoUnit.MICROS.getDuration());
        while (!due.isEmpty() && due.peek().micros < end) {
            Due next = due.remove();
            micros = next.micros;
            next.action.run();
        }
    }

    /** Of which only the timers are needed. */
    Vertx vertx() {
        return (Vertx) Proxy.newProxyInstance(
                Vertx.class.getClassLoader(),
                new Class<?>[] {Vertx.class},
                (proxy, method, given) -> timer(method, given));
    }

    @SuppressWarnings("unchecked")
    private Object timer(Method method, Object... given) {
        if (!method.getName().equals("setTimer")) {
            throw new UnsupportedOperationException(method.getName());
        }
        long id = number;
        after(1_000 * (Long) given[0], () -> ((Handler<Long>) given[1]).handle(id));
        return id;
    }

    @Override
    public Instant instant() {
        return BEGIN.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    private record Due(long micros, long number, Runnable action) {}
}
