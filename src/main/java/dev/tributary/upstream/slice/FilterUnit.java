package dev.tributary.upstream.slice;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What one step of an upstream's time filter stands for: HSS's pages do not say what its bounds count. */
public enum FilterUnit {
    MILLISECONDS("ms", Duration.ofMillis(1)),
    SECONDS("s", Duration.ofSeconds(1));

    private final String text;
    private final Duration length;

    FilterUnit(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /** The unit's name in the configuration. */
    public String text() {
        return text;
    }

    public Duration length() {
        return length;
    }

    public static Optional<FilterUnit> of(String text) {
        return Stream.of(values()).filter(unit -> unit.text.equals(text)).findFirst();
    }
}
