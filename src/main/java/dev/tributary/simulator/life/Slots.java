package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;

/**
 * Rows in slots of time of equal length, the same number of rows in each: so a row's time follows from its index, and
 * the same instant always has the same rows.
 */
record Slots(Instant origin, Duration length, int rowsEach, long count, Script script) implements Population {

    /** What happens in a slot. */
    interface Script {
        /** Milliseconds from the slot's begin, less than its length and never decreasing with the place. */
        int millisInto(long slot, int place);

        Row row(long slot, int place, Instant time);
    }

    @Override
    public long size() {
        return count * rowsEach;
    }

    @Override
    public long timeOf(long index) {
        long slot = index / rowsEach;
        return origin.toEpochMilli() + slot * length.toMillis() + script.millisInto(slot, (int) (index % rowsEach));
    }

    @Override
    public Row row(long index) {
        return script.row(index / rowsEach, (int) (index % rowsEach), Instant.ofEpochMilli(timeOf(index)));
    }
}
