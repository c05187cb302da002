package dev.tributary.http;

import java.util.Optional;

/** Whether somebody is let in. */
sealed interface Admission {

    record Admitted(Caller caller) implements Admission {}

    /** No token, or none that is known here. */
    record Unknown() implements Admission {}

    /** Known, but there is no source that he may see. */
    record WithoutSources() implements Admission {}

    static Admission of(Optional<Caller> known) {
        return known.<Admission>map(Admitted::new).orElseGet(Unknown::new);
    }
}
