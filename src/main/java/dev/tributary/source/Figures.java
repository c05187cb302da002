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

    /** Of a kind that has a time filter. */
    public static Figures of(
            int upstreamCalls, int sharedReads, int cachedSlices, int unreadable, @Nullable Instant asOf) {
        return new Figures(upstreamCalls, sharedReads, cachedSlices, unreadable, asOf, null, null);
    }
}
