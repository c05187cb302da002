package dev.tributary.upstream;

import dev.tributary.upstream.slice.FilterUnit;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** How a source is asked, not yet checked: what holds for it, whether said in the source, for all, or by default. */
record EffectiveTuning(ConfiguredSource source) {

    Setting<Integer> pageSize() {
        return setting("page-size", Tuning::pageSize, maxPageSize());
    }

    int maxPageSize() {
        return source.kind().map(kind -> KindTraits.of(kind).maxPageSize()).orElse(200);
    }

    Setting<Duration> timeout() {
        return setting("timeout", Tuning::timeout, Duration.ofSeconds(5));
    }

    Setting<Duration> connectTimeout() {
        return setting("connect-timeout", Tuning::connectTimeout, Duration.ofSeconds(2));
    }

    Setting<Integer> maxRetries() {
        return setting("max-retries", Tuning::maxRetries, 2);
    }

    Setting<Integer> breakerWindow() {
        return setting("breaker.window", tuning -> tuning.breaker().window(), 20);
    }

    Setting<Double> breakerRatio() {
        return setting("breaker.ratio", tuning -> tuning.breaker().ratio(), 0.5);
    }

    Setting<Duration> breakerDelay() {
        return setting("breaker.delay", tuning -> tuning.breaker().delay(), Duration.ofSeconds(5));
    }

    Setting<Integer> concurrency() {
        return setting("concurrency", Tuning::concurrency, 8);
    }

    Setting<Integer> requestsPerSecond() {
        return setting("requests-per-second", Tuning::requestsPerSecond, 20);
    }

    Setting<Integer> burst() {
        return setting("burst", Tuning::burst, 40);
    }

    Setting<Duration> settle() {
        return setting(
                "settle",
                Tuning::settle,
                source.kind().map(kind -> KindTraits.of(kind).settle()).orElse(Duration.ZERO));
    }

    Setting<Duration> overlap() {
        return setting("overlap", Tuning::overlap, Duration.ofMinutes(10));
    }

    Setting<Duration> lookback() {
        return setting("lookback", Tuning::lookback, Duration.ofDays(2));
    }

    Setting<Integer> maxScan() {
        return setting("max-scan", Tuning::maxScan, 5_000);
    }

    Setting<Duration> readTimeout() {
        return setting("read-timeout", Tuning::readTimeout, longer(Duration.ofSeconds(10), timeout()));
    }

    Setting<Duration> settledFor() {
        return setting("cache.settled-for", tuning -> tuning.cache().settledFor(), Duration.ofMinutes(15));
    }

    Setting<Duration> youngFor() {
        return setting(
                "cache.young-for", tuning -> tuning.cache().youngFor(), shorter(Duration.ofSeconds(1), settledFor()));
    }

    Setting<Duration> reorderTolerance() {
        return setting("reorder-tolerance", Tuning::reorderTolerance, Duration.ofMinutes(10));
    }

    Setting<String> timeUnit() {
        return setting("time-unit", Tuning::timeUnit, FilterUnit.MILLISECONDS.text());
    }

    private static Duration longer(Duration one, Setting<Duration> other) {
        return one.compareTo(other.value()) > 0 ? one : other.value();
    }

    private static Duration shorter(Duration one, Setting<Duration> other) {
        return one.compareTo(other.value()) < 0 ? one : other.value();
    }

    private <T> Setting<T> setting(String key, Function<Tuning, Optional<T>> value, T standard) {
        Optional<Setting<T>> here = value.apply(source.own()).map(given -> new Setting<>(source.key(key), given));
        return here.or(() -> value.apply(source.all()).map(given -> new Setting<>("tributary." + key, given)))
                .orElseGet(() -> new Setting<>(source.key(key), standard));
    }
}
