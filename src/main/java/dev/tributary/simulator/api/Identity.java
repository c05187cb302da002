package dev.tributary.simulator.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One list of rows as callers address it. */
public sealed interface Identity {
    /** The ids that a call names it by, from the general to the particular, slashes between. */
    String ids();

    /** The API that tells its rows. */
    Api api();

    /** The image log of a project. */
    record ImageLog(String project) implements Identity {
        @Override
        public String ids() {
            return project;
        }

        @Override
        public Api api() {
            return Api.IMAGE_LOG;
        }
    }

    /** The events of a cluster. */
    record ClusterEvent(String project, String cluster) implements Identity {
        @Override
        public String ids() {
            return project + "/" + cluster;
        }

        @Override
        public Api api() {
            return Api.CLUSTER_EVENT;
        }
    }

    /** One of the three lists of a registry instance: each has its own rows, total and offsets. */
    record RegistryAudit(String project, String instance, Operation operation) implements Identity {
        @Override
        public String ids() {
            return project + "/" + instance + "/" + operation.wire();
        }

        @Override
        public Api api() {
            return Api.REGISTRY_AUDIT;
        }
    }

    /** The audit files of a database instance. */
    record DatabaseAudit(String project, String instance) implements Identity {
        @Override
        public String ids() {
            return project + "/" + instance;
        }

        @Override
        public Api api() {
            return Api.DATABASE_AUDIT;
        }
    }

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
