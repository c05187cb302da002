package dev.tributary.simulator.population;

import java.util.List;

/**
 * What an answer tells of a selection.
 *
 * @param total as the upstream counts it
 */
public record Page(long total, List<NumberedRow> rows) {

    /**
     * A row and its number.
     *
     * @param number given when the row arrived, never to another
     */
    public record NumberedRow(long number, Row row) {}
}
