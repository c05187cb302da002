package dev.tributary.source;

import java.util.List;
import java.util.Optional;

/** All configured sources, by name in the order of the configuration's names. */
public record Sources(List<EventSource> all) {

    public Sources {
        all = List.copyOf(all);
    }

    public Optional<EventSource> named(String name) {
        return all.stream().filter(source -> source.id().name().equals(name)).findFirst();
    }
}
