package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Call;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Selection;
import java.time.Instant;

/** What one call of one identity's list finds. */
record Played(Population population, Readings readings, Call call, Instant now) {
    static Played nothing() {
        return new Played(Population.empty(), Readings.usual(), new Call(1, ""), Instant.EPOCH);
    }

    Selection visible() {
        return Selection.visible(population, readings, call, now);
    }
}
