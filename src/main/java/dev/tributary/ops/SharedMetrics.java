package dev.tributary.ops;

import dev.tributary.shared.SharedMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what this replica shares with the others. */
@Singleton
final class SharedMetrics implements SharedMeter {
    private final Map<Answer, Counter> requests;
    private final Map<Slices, Counter> slices;
    private volatile double state = Double.NaN;

    SharedMetrics(MeterRegistry registry) {
        Series all = new Series(registry, Tags.empty());
        this.requests = ofEach(
                Answer.class,
                answer -> all.with("result", text(answer))
                        .counter("tributary.shared.requests", "Requests to the shared store by what came of them"));
        this.slices = ofEach(
                Slices.class,
                fate -> all.with("result", text(fate))
                        .counter("tributary.shared.slices", "Settled slices by what sharing made of them"));
        all.gauge("tributary.shared.state", "1 while pace and slices are those of all replicas", () -> state);
    }

    private static <E extends Enum<E>> Map<E, Counter> ofEach(Class<E> type, Function<E, Counter> counter) {
        return Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(value -> value, counter, (one, other) -> one, () -> new EnumMap<>(type)));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void shares(boolean withOthers) {
        state = withOthers ? 1 : 0;
    }

    @Override
    public void asked(Answer answer) {
        Objects.requireNonNull(requests.get(answer)).increment();
    }

    @Override
    public void slice(Slices fate) {
        Objects.requireNonNull(slices.get(fate)).increment();
    }
}
