package dev.tributary.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reading has cost and met.
 *
 * @param upstreamCalls requests sent, retries included
 * @param sharedReads calls joined that another query had begun
 * @param cachedSlices slices answered from memory
 * @param unreadable records without a usable time
 * @param asOf when the oldest young answer used was asked for; null before the first answer
 * @param listOrder how surely the order of a list without time filter is known; null for other kinds
 * @param tolerance the disorder that the source reckons with, where it is less than configured
 */
public record Figures(
        int upstreamCalls,
        int sharedReads,
        int cachedSlices,
        int unreadable,
        @Nullable Instant asOf,
        @Nullable ListOrder listOrder,
        @Nullable Duration tolerance) {

    /** How surely a list's order is known. */
    public enum ListOrder {
        /** Rows may hide behind the place where reading stopped. */
        ASSUMED("assumed"),
        /** The whole list was read. */
        CHECKED("checked");

        private final String text;

        ListOrder(String text) {
            this.text = text;
        }

        /** Its name in answers. */
        public String text() {
            return text;
        }
    }

    /** What has been added since these were taken of the same reading. */
    public Figures since(Figures earlier) {
        return new Figures(
                upstreamCalls - earlier.upstreamCalls,
                sharedReads - earlier.sharedReads,
                cachedSlices - earlier.cachedSlices,
                unreadable - earlier.unreadable,
                asOf,
                listOrder,
                tolerance);
    }

    /** With what the same source did before. */
    public Figures plus(Figures earlier) {
        return new Figures(
                upstreamCalls + earlier.upstreamCalls,
                sharedReads + earlier.sharedReads,
                cachedSlices + earlier.cachedSlices,
                unreadable + earlier.unreadable,
                earliest(asOf, earlier.asOf),
                listOrder,
                tolerance);
    }

    /**
     * Of a list without time filter.
     *
     * @param reduced the disorder that the source reckons with, where it is less than configured
     */
    public Figures withOrder(ListOrder order, @Nullable Duration reduced) {
        return new Figures(upstreamCalls, sharedReads, cachedSlices, unreadable, asOf, order, reduced);
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** Of a kind that has a time filter. */
    public static Figures of(
            int upstreamCalls, int sharedReads, int cachedSlices, int unreadable, @Nullable Instant asOf) {
        return new Figures(upstreamCalls, sharedReads, cachedSlices, unreadable, asOf, null, null);
    }
}
