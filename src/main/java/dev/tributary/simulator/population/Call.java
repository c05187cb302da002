package dev.tributary.simulator.population;

/**
 * One call of a list, as far as the order of its answer may hang on it.
 *
 * @param number counts the calls of the list that were answered since it was played, from 1
 * @param text path and query as they stood in the request line
 */
public record Call(long number, String text) {}
