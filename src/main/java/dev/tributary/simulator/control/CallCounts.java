package dev.tributary.simulator.control;

import java.util.Map;

/** How often what was called. */
public interface CallCounts {
    /** Numbers of calls since the last {@link #clear}, by the place they went to ({@code Api.place}), sorted. */
    Map<String, Long> byPlace();

    /** Counts from 0 again. */
    void clear();
}
