package dev.tributary.bench.scale;

import java.util.List;

/**
 * Plays 50 replicas that read 5,000 sources for 2,000 users who poll and 50 who export, and prints the table of
 * docs/SCALE.md. The same seed plays the same.
 */
public final class Scale {
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("no store: each a fiftieth of 20/s", false, 0.4, 1, 1),
            new Scenario("no store: each a fiftieth of 100/s", false, 2, 2, 1),
            new Scenario("no store: each 20/s, undivided", false, 20, 40, 1),
            new Scenario("20/s for all", true, 20, 40, 1),
            new Scenario("100/s for all", true, 100, 100, 1),
            new Scenario("20/s for all, twice the users", true, 20, 40, 2),
            new Scenario("20/s for all, four times the users", true, 20, 40, 4),
            new Scenario("100/s for all, four times the users", true, 100, 100, 4));

    private Scale() {}

    /** @param given a seed, or nothing for the one of the document */
    public static void main(String[] given) {
        long seed = given.length == 0 ? 1 : Long.parseLong(given[0]);
        System.out.println(
                "| | poll, median | 99 of 100 | late | rows exported/s | calls/s | most calls of a quota in a second |"
                        + " store: requests/s | busy | moved/s | kept | slices found |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Scenario scenario : SCENARIOS) {
            long begun = System.nanoTime();
            System.out.println(scenario.played(seed));
            System.err.printf("%.1f s%n", (System.nanoTime() - begun) / 1e9);
        }
    }
}
