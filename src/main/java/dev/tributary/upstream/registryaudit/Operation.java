package dev.tributary.upstream.registryaudit;

import java.util.Locale;

/** The lists that make up the whole log. A record's operation may be another one ({@code update}): no list has those. */
enum Operation {
    PULL,
    DELETE,
    CREATE;

    /** The parameter's value. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
