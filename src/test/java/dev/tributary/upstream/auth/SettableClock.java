package dev.tributary.upstream.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes when the test says so. */
public final class SettableClock extends Clock {
    private final AtomicReference<Runnable> beforeNextReading = new AtomicReference<>(() -> {});
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Something that happens while the next reader of the clock is about to read it; once. */
    public void beforeNextReading(Runnable event) {
        beforeNextReading.set(event);
    }

    @Override
    public Instant instant() {
        beforeNextReading.getAndSet(() -> {}).run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
