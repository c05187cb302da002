package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Selection;
import java.time.Instant;

/** What is played for one identity. */
record Played(Population population, Readings readings) {
    Selection visible(Instant now) {
        return Selection.visible(population, readings, now);
    }
}
