package dev.tributary.simulator.population;

/**
 * How cluster-event's {@code line_num} looks and what it does when it is sent back; the vendor says neither.
 *
 * @param form how rows carry it
 * @param paging what the parameter does together with the mandatory {@code offset}
 */
public record LineNumbers(Form form, Paging paging) {

    /** How a row carries it. */
    public enum Form {
        /** As the table of the vendor's page says. */
        TEXT,
        /** As the example of the vendor's page shows. */
        NUMBER,
        /** As one may expect of clusters that are not CCE's. */
        ABSENT
    }

    /** Where a page begins. */
    public enum Paging {
        /** {@code offset} rows after the first row, whatever {@code line_num} says. */
        OFFSET_FROM_START,
        /** {@code offset} rows after the row that follows that one. */
        OFFSET_FROM_NEXT_ROW,
        /** {@code offset} rows after that row itself: with 0 it is told again. */
        OFFSET_FROM_THAT_ROW,
        /** At the row that follows that one; {@code offset} counts only without {@code line_num}. */
        NEXT_ROW,
        /** At that row itself; {@code offset} counts only without {@code line_num}. */
        THAT_ROW
    }
}
