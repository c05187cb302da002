package dev.tributary.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One event of each kind, as they come from a normaliser. */
public final class SampleEvents {

    public static final Instant TIME = Instant.parse("2026-11-21T08:00:00.123Z");

    public static final Scope IMAGES = new Scope("cn-north-4", "p1", null, null);
    public static final Scope CLUSTER = new Scope("cn-north-4", "p1", null, new Cluster("c-1", "Prod", "cce"));
    public static final Scope REGISTRY = new Scope("cn-north-4", "p1", "swr-1", null);
    public static final Scope DATABASE = new Scope("cn-north-4", "p1", "db-1in07", null);

    private SampleEvents() {}

    public static Event imageLog() {
        return new Event(
                "1".repeat(32),
                TIME,
                null,
                "images",
                Kind.IMAGE_LOG,
                IMAGES,
                "image_pull",
                Severity.INFO,
                new Actor("alice", "user", "10.0.0.7"),
                new Resource("image", "library/nginx"),
                null,
                "pulled nginx by hand",
                Map.of("digest", Value.string("sha256:4f2a")),
                Map.of("content", Value.string("pulled nginx by hand")));
    }

    public static Event clusterEvent() {
        return new Event(
                "2".repeat(32),
                TIME.plusMillis(1),
                null,
                "prod-cluster",
                Kind.CLUSTER_EVENT,
                CLUSTER,
                "kubernetes-event",
                Severity.WARNING,
                null,
                new Resource("Pod", "checkout-7d9f"),
                "shop",
                "BackOff",
                exactValues(),
                Map.of());
    }

    public static Event registryAudit() {
        return new Event(
                "3".repeat(32),
                TIME.plusMillis(2),
                null,
                "registry",
                Kind.REGISTRY_AUDIT,
                REGISTRY,
                "delete",
                Severity.INFO,
                new Actor("robot$ci", "robot", null),
                new Resource("artifact", "library/nginx:1.27"),
                null,
                "robot$ci delete library/nginx:1.27",
                Map.of(),
                Map.of());
    }

    public static Event databaseAudit() {
        return new Event(
                "4".repeat(32),
                TIME.plusMillis(3),
                TIME.minusSeconds(3_600),
                "orders-db",
                Kind.DATABASE_AUDIT,
                DATABASE,
                "audit-log-file",
                Severity.INFO,
                null,
                new Resource("audit-log", "audit_01"),
                null,
                "audit log audit_01, 20481.835938 KB",
                Map.of(),
                Map.of());
    }

    /** Values that a JSON library would change if it were let. */
    public static Map<String, Value> exactValues() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("line_num", Value.number("1234567890123456789"));
        values.put("size", Value.number("20481.8359380"));
        values.put("ratio", Value.number("1E+2"));
        values.put("seen", new Value(Value.Type.BOOLEAN, "true"));
        values.put("nothing", new Value(Value.Type.NULL, "null"));
        values.put("labels", new Value(Value.Type.NESTED, "{\"app\":\"checkout\",\"n\":[1.50]}"));
        values.put("note", Value.string("tab\tquote\"\u2028é\uD83D\uDE80"));
        return values;
    }
}
