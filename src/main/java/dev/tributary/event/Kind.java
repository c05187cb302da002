package dev.tributary.event;

import java.util.Optional;
import java.util.stream.Stream;

/** The four upstream APIs whose records become events. */
public enum Kind {
    /** HSS container image logs, {@code ListContainerImageLogs}. */
    IMAGE_LOG("image-log"),
    /** HSS Kubernetes cluster events, {@code ListClusterEventLogs}. */
    CLUSTER_EVENT("cluster-event"),
    /** SWR Enterprise Edition audit logs, {@code ListAuditLogs}. */
    REGISTRY_AUDIT("registry-audit"),
    /** GaussDB (TaurusDB) audit log files, {@code ListAuditLogs}. */
    DATABASE_AUDIT("database-audit");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** The kind's name in configuration, parameters and answers. */
    public String text() {
        return text;
    }

    public static Optional<Kind> of(String text) {
        return Stream.of(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
