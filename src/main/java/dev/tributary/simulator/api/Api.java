package dev.tributary.simulator.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be called. */
public enum Api {
    /** HSS {@code ListContainerImageLogs}. */
    IMAGE_LOG,
    /** HSS {@code ListClusterEventLogs}. */
    CLUSTER_EVENT,
    /** SWR {@code ListAuditLogs}. */
    REGISTRY_AUDIT,
    /** GaussDB {@code ListAuditLogs}. */
    DATABASE_AUDIT,
    /** IAM's login, {@code POST /v3/auth/tokens}. */
    LOGIN,
    /** A path or method that the gateway does not know. */
    UNKNOWN;

    /** Its name as scripts of faults have it, such as {@code image-log}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Where a call goes, from the general to the particular: the API, then the ids of the list.
     *
     * @param asked null when the call names no list
     */
    public String place(@Nullable Identity asked) {
        return asked == null ? text() : text() + "/" + asked.ids();
    }
}
