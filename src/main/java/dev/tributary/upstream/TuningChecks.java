package dev.tributary.upstream;

import java.time.Duration;

/** The ranges of the keys of {@link Tuning}. */
record TuningChecks(ConfiguredSource source, Duration deadline, FaultCollector faults) {
    private static final Duration LONGEST_LOOKBACK = Duration.ofDays(28);

    void check() {
        checkPageSize();
        checkTimeout();
        checkBreaker();
        moreThanZero(source.connectTimeout());
        atLeast(0, source.maxRetries());
        atLeast(1, source.concurrency());
        atLeast(1, source.requestsPerSecond());
        atLeast(1, source.burst());
        atLeast(1, source.maxScan());
        notNegative(source.settle());
        notNegative(source.overlap());
        checkLookback();
    }

    private void checkPageSize() {
        Setting<Integer> rows = source.pageSize();
        boolean fine = rows.value() >= 1 && rows.value() <= source.maxPageSize();
        faults.addUnless(fine, rows.key(), "must be 1 to " + source.maxPageSize() + " for source " + source.name());
    }

    private void checkTimeout() {
        Setting<Duration> timeout = source.timeout();
        moreThanZero(timeout);
        faults.addUnless(
                timeout.value().compareTo(deadline) < 0,
                timeout.key(),
                "must be shorter than tributary.deadline, else a source that hangs is never named");
    }

    private void checkBreaker() {
        atLeast(1, source.breakerWindow());
        moreThanZero(source.breakerDelay());
        Setting<Double> ratio = source.breakerRatio();
        faults.addUnless(ratio.value() > 0 && ratio.value() <= 1, ratio.key(), "must be more than 0, and at most 1");
    }

    private void checkLookback() {
        Setting<Duration> lookback = source.lookback();
        notNegative(lookback);
        faults.addUnless(
                lookback.value().compareTo(LONGEST_LOOKBACK) <= 0,
                lookback.key(),
                "must be 28d at most: one call spans 30 days");
    }

    private void atLeast(int least, Setting<Integer> number) {
        faults.addUnless(number.value() >= least, number.key(), "must be " + least + " or more");
    }

    private void moreThanZero(Setting<Duration> duration) {
        boolean fine = !duration.value().isNegative() && !duration.value().isZero();
        faults.addUnless(fine, duration.key(), "must be more than zero");
    }

    private void notNegative(Setting<Duration> duration) {
        faults.addUnless(!duration.value().isNegative(), duration.key(), "must not be negative");
    }
}
