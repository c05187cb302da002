package dev.tributary.source;

import java.util.List;

/**
 * What helps a source to go on with a walk wherever it is continued. Only the source knows what the numbers mean. They
 * travel in a URL, so they may be anybody's: a false one may cost calls, never events.
 */
public record Hints(List<Long> numbers) {
    private static final Hints NONE = new Hints(List.of());

    public Hints {
        numbers = List.copyOf(numbers);
    }

    public static Hints none() {
        return NONE;
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }
}
