package dev.tributary.ops;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.http.WritingConfig;
import dev.tributary.upstream.Fault;
import dev.tributary.upstream.ResolvedSource;
import dev.tributary.upstream.Settings;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for the limits of a query. */
final class QueryChecks {
    private static final long LEAST_BUFFERED = 64 * 1024;

    private final List<Fault> faults = new ArrayList<>();

    private QueryChecks() {}

    /**
     * @param idle after which the server closes a connection on which nothing moves
     * @param sources what is known of them; none if they have faults of their own
     */
    static List<Fault> faultsOf(
            QueryConfig config, WritingConfig writing, Duration idle, List<ResolvedSource> sources) {
        QueryChecks checks = new QueryChecks();
        checks.check("max-window", isPositive(config.maxWindow()), "must be more than zero");
        checks.check("deadline", isPositive(config.deadline()), "must be more than zero");
        checks.check(
                "deadline", config.deadline().compareTo(idle) < 0, "must be shorter than quarkus.http.idle-timeout");
        checks.check("write-timeout", isPositive(writing.writeTimeout()), "must be more than zero");
        checks.check("max-limit", config.maxLimit() >= 1, "must be 1 or more");
        checks.check("max-calls", config.maxCalls() >= 1, "must be 1 or more");
        checks.check("max-queries", config.maxQueries() >= 1, "must be 1 or more");
        checks.check("queue-wait", isPositive(config.queueWait()), "must be more than zero");
        checks.check("max-buffered-bytes", isEnough(config.maxBufferedBytes()), "must be 64K or more");
        sources.forEach(source -> checks.checkFollowing(config.maxWindow(), source.settings()));
        return checks.faults.stream().distinct().toList();
    }

    // A follower asks from settle + overlap ago: a window that cannot hold that never gets on.
    private void checkFollowing(Duration maxWindow, Settings settings) {
        Duration needed = settings.settle().plus(settings.overlap());
        check(
                "max-window",
                maxWindow.compareTo(needed) > 0,
                "must be longer than any source's settle and overlap together");
    }

    private void check(String key, boolean fine, String message) {
        if (!fine) {
            faults.add(new Fault("tributary." + key, message));
        }
    }

    private static boolean isEnough(Optional<MemorySize> bytes) {
        return bytes.map(MemorySize::asLongValue).orElse(LEAST_BUFFERED) >= LEAST_BUFFERED;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
