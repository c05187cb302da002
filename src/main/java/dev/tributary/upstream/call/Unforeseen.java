package dev.tributary.upstream.call;

import java.util.Arrays;
import java.util.List;

/** A defect of ours as the log tells it: in one line, and without its message, which may quote an upstream. */
public record Unforeseen(Throwable thrown) {
    private static final int FRAMES_TOLD = 8;

    @Override
    public String toString() {
        List<StackTraceElement> place =
                Arrays.stream(thrown.getStackTrace()).limit(FRAMES_TOLD).toList();
        return thrown.getClass().getName() + " at " + place;
    }
}
