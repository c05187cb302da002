package dev.tributary;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock where a profile chooses it: it stands still until a test moves it, and never goes back. */
@Alternative
@Singleton
public class FollowedClock extends Clock {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2020-01-10T10:00:00Z"));

    void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** Time passes while upstreams answer. */
    Instant afterALittle() {
        advance(Duration.ofMillis(10));
        return instant();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
