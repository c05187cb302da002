package dev.tributary.bench;

/** What the upstream plays, each world in projects of its own. */
final class Worlds {
    /** Projects with an hour of twenty rows a list: their sources are four times as many. */
    static final int PROJECTS = 16;

    static final World TWENTY = World.ofTwenty(0);
    static final World LARGE = World.of(1_000, Integer.getInteger("events", 1_000_000));
    static final World SMALL = World.of(1_001, Integer.getInteger("events", 1_000_000) / 10);

    private Worlds() {}
}
