package dev.tributary.source;

import java.util.Arrays;
import java.util.List;

/**
 * A failure that nobody expected, as a log may show it: where it happened, in one line. What it says is left out, because it
 * may quote what an upstream or a client sent.
 */
public record Unexpected(Throwable failure) {
    private static final int FRAMES_SHOWN = 8;

    @Override
    public String toString() {
        List<StackTraceElement> place =
                Arrays.stream(failure.getStackTrace()).limit(FRAMES_SHOWN).toList();
        return failure.getClass().getName() + " at " + place;
    }
}
