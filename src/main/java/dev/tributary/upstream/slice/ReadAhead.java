package dev.tributary.upstream.slice;

/**
 * How many slices to read side by side: one at first, twice as many with every pull, and as long as the query has not
 * had as many events as it wants, no more than it then needs.
 */
final class ReadAhead {
    private static final int DOUBLINGS = 16; // far beyond what is ever allowed

    private final long wanted;
    private final int most;
    private int pulls;
    private long handedOver;

    /**
     * @param wanted events
     * @param most slices, 1 or more
     */
    ReadAhead(long wanted, int most) {
        this.wanted = wanted;
        this.most = most;
    }

    void pulled() {
        pulls++;
    }

    /** What was read ahead was too long, too: begins with one again. */
    void restarts() {
        pulls = 1;
    }

    void handedOver(int events) {
        handedOver += events;
    }

    /** @param rows that a slice is expected to hold */
    int slices(double rows) {
        double needed = handedOver < wanted ? Math.ceil((wanted - handedOver) / rows) : most;
        return (int) Math.min(Math.min(most, needed), 1 << Math.min(DOUBLINGS, pulls - 1));
    }
}
