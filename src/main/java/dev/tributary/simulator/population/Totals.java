package dev.tributary.simulator.population;

/** What an upstream calls the total of the rows that it found; documented as exact for none of the four. */
public sealed interface Totals {
    /**
     * @param found how many rows there are
     * @param onPage how many of them this answer tells
     */
    long told(long found, long onPage);

    /** The truth. */
    record Exact() implements Totals {
        @Override
        public long told(long found, long onPage) {
            return found;
        }
    }

    /** As search engines count: never more than that, though the rows behind it can be paged. */
    record CappedAt(long most) implements Totals {
        @Override
        public long told(long found, long onPage) {
            return Math.min(found, most);
        }
    }

    /** The rows of the answer are counted, not those found. */
    record OfThePage() implements Totals {
        @Override
        public long told(long found, long onPage) {
            return onPage;
        }
    }

    /** Always too high by that many, too low when it is negative; never below 0. */
    record OffBy(long difference) implements Totals {
        @Override
        public long told(long found, long onPage) {
            return Math.max(0, found + difference);
        }
    }
}
