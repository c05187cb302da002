package dev.tributary.upstream;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The faults found so far, so that all of them are told at once. */
final class FaultCollector {
    private final Set<Fault> faults = new LinkedHashSet<>(); // a shared key is met once for every source

    void add(String key, String message) {
        faults.add(new Fault(key, message));
    }

    void addUnless(boolean fine, String key, String message) {
        if (!fine) {
            add(key, message);
        }
    }

    List<Fault> byKey() {
        return faults.stream().sorted(Comparator.comparing(Fault::key)).toList();
    }
}
