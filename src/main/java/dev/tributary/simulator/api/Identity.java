package dev.tributary.simulator.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One list of rows as callers address it. */
public sealed interface Identity {
    /** The image log of a project. */
    record ImageLog(String project) implements Identity {}

    /** The events of a cluster. */
    record ClusterEvent(String project, String cluster) implements Identity {}

    /** One of the three lists of a registry instance: each has its own rows, total and offsets. */
    record RegistryAudit(String project, String instance, Operation operation) implements Identity {}

    /** The audit files of a database instance. */
    record DatabaseAudit(String project, String instance) implements Identity {}

    /** What SWR can be asked for. */
    enum Operation {
        PULL,
        DELETE,
        CREATE;

        /** The value of the parameter {@code operation}. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Operation> of(String wire) {
            return Stream.of(values())
                    .filter(operation -> operation.wire().equals(wire))
                    .findFirst();
        }
    }
}
