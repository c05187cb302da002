package dev.tributary.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a request, collected while it is checked, so that its client hears everything at once. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    void add(String parameter, String message) {
        found.add(new Violation(parameter, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean concern(String parameter) {
        return found.stream().anyMatch(violation -> violation.parameter().equals(parameter));
    }

    /** Blames the cursor for every parameter that it brought, since the client has not sent those. */
    void blameCursorForAllBut(Set<String> given) {
        found.replaceAll(each -> given.contains(each.parameter()) ? each : ofCursor(each));
    }

    Rejected rejected() {
        return new Rejected(List.copyOf(found));
    }

    private static Violation ofCursor(Violation carried) {
        return new Violation(Parameters.CURSOR, "its " + carried.parameter() + " " + carried.message());
    }
}
