package dev.tributary.upstream;

import dev.tributary.upstream.slice.FilterUnit;
import java.time.Duration;

/** The ranges of the keys of {@link Tuning}. */
record TuningChecks(EffectiveTuning tuning, Budget budget, FaultCollector faults) {
    private static final Duration LONGEST_LOOKBACK = Duration.ofDays(28); // one call spans 30 days
    private static final Duration LARGEST_TOLERANCE = Duration.ofDays(1);

    void check() {
        checkPageSize();
        checkTimeout();
        checkReadTimeout();
        checkBreaker();
        moreThanZero(tuning.connectTimeout());
        atLeast(0, tuning.maxRetries());
        atLeast(1, tuning.concurrency());
        atLeast(1, tuning.requestsPerSecond());
        atLeast(1, tuning.burst());
        atLeast(1, tuning.maxScan());
        notNegative(tuning.settle());
        notNegative(tuning.overlap());
        zeroTo(LONGEST_LOOKBACK, "28d", tuning.lookback());
        zeroTo(LARGEST_TOLERANCE, "1d", tuning.reorderTolerance());
        checkLifetimes();
        checkTimeUnit();
    }

    private void checkPageSize() {
        Setting<Integer> rows = tuning.pageSize();
        boolean fine = rows.value() >= 1 && rows.value() <= tuning.maxPageSize();
        faults.addUnless(
                fine,
                rows.key(),
                "must be 1 to " + tuning.maxPageSize() + " for source "
                        + tuning.source().name());
    }

    private void checkTimeout() {
        Setting<Duration> timeout = tuning.timeout();
        moreThanZero(timeout);
        faults.addUnless(
                timeout.value().compareTo(budget.deadline()) < 0,
                timeout.key(),
                "must be shorter than tributary.deadline, else a source that hangs is never named");
    }

    private void checkReadTimeout() {
        Setting<Duration> readTimeout = tuning.readTimeout();
        faults.addUnless(
                readTimeout.value().compareTo(tuning.timeout().value()) >= 0,
                readTimeout.key(),
                "must be no shorter than timeout, the time of a single attempt");
    }

    private void checkBreaker() {
        atLeast(1, tuning.breakerWindow());
        moreThanZero(tuning.breakerDelay());
        Setting<Double> ratio = tuning.breakerRatio();
        faults.addUnless(ratio.value() > 0 && ratio.value() <= 1, ratio.key(), "must be more than 0, and at most 1");
    }

    private void checkLifetimes() {
        Setting<Duration> settledFor = tuning.settledFor();
        notNegative(settledFor);
        if (!settledFor.value().isNegative()) { // else the other follows from it, and is not what has to change
            zeroTo(settledFor.value(), "cache.settled-for", tuning.youngFor());
        }
    }

    private void checkTimeUnit() {
        Setting<String> unit = tuning.timeUnit();
        faults.addUnless(FilterUnit.of(unit.value()).isPresent(), unit.key(), "must be ms or s");
    }

    private void atLeast(int least, Setting<Integer> number) {
        faults.addUnless(number.value() >= least, number.key(), "must be " + least + " or more");
    }

    private void moreThanZero(Setting<Duration> duration) {
        boolean fine = !duration.value().isNegative() && !duration.value().isZero();
        faults.addUnless(fine, duration.key(), "must be more than zero");
    }

    private void zeroTo(Duration most, String named, Setting<Duration> duration) {
        boolean fine = !duration.value().isNegative() && duration.value().compareTo(most) <= 0;
        faults.addUnless(fine, duration.key(), "must be zero to " + named);
    }

    private void notNegative(Setting<Duration> duration) {
        faults.addUnless(!duration.value().isNegative(), duration.key(), "must not be negative");
    }
}
