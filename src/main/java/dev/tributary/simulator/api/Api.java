package dev.tributary.simulator.api;

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
    UNKNOWN
}
