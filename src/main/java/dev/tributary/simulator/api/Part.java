package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Call;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Readings;
import java.time.Instant;

/** What is played for one identity, call by call. */
final class Part {
    private final Rows rows;
    private final Readings readings;
    private long calls;

    Part(Rows rows, Readings readings) {
        this.rows = rows;
        this.readings = readings;
    }

    /** The rows as a call finds them. */
    interface Rows {
        Population at(long call, Instant now);
    }

    /** Counts the call. */
    synchronized Played called(String text, Instant now) {
        calls++;
        return new Played(rows.at(calls, now), readings, new Call(calls, text), now);
    }
}
