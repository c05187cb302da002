package dev.tributary.simulator.population;

/** Which time of a database audit file the filter looks at; not documented. */
public enum FileFilter {
    BY_BEGIN,
    BY_END,
    /** A file is found when any part of it lies in the span. */
    BY_OVERLAP
}
