package dev.tributary.simulator.population;

/**
 * A row while it is in a list.
 *
 * @param number its own, also where another row is equal
 * @param since the moment at which it arrived, see {@link Moving#mark}
 */
record Stay(Row row, long number, long since) {}
