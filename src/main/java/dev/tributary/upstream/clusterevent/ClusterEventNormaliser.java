package dev.tributary.upstream.clusterevent;

import dev.tributary.event.Cluster;
import dev.tributary.event.Resource;
import dev.tributary.event.Scope;
import dev.tributary.event.Severity;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Attributes;
import dev.tributary.upstream.slice.EventDraft;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.RecordTime;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns a row of HSS's Kubernetes event list into an event. */
record ClusterEventNormaliser(SourceId source) implements Normaliser {
    /**
     * In the order of the vendor's table "ClusterEventLogResponseInfo": another order changes every id. Without
     * {@code line_num}, which belongs to a page and not to the event.
     */
    private static final List<String> DOCUMENTED = List.of(
            "cluster_name",
            "cluster_id",
            "cluster_type",
            "time",
            "namespace",
            "event_name",
            "event_type",
            "resource_type",
            "resource_name",
            "reason");

    /** The vendor's word, and Kubernetes' own; everything but {@code Warning} is {@code Normal}. */
    private static final String WARNING = "Warning";

    private static final String ACTION = "kubernetes-event";

    private static final Set<String> KEPT =
            Set.of("cluster_name", "cluster_type", "namespace", "resource_type", "resource_name");

    @Override
    public Row normalise(UpstreamRecord row) {
        return EventDraft.row(source, row, DOCUMENTED, RecordTime.ofMillis(row, "time"), this::complete);
    }

    /** {@code reason} holds the event's message, not Kubernetes' reason (the vendor's example shows it). */
    private EventDraft complete(EventDraft event, UpstreamRecord row) {
        return event.scope(scope(row))
                .action(ACTION)
                .severity(WARNING.equalsIgnoreCase(row.text("event_type")) ? Severity.WARNING : Severity.INFO)
                .resource(Resource.of(row.text("resource_type"), row.text("resource_name")))
                .namespace(row.text("namespace"))
                .message(row.line("reason"))
                .attributes(attributes(row, event.time()));
    }

    private Scope scope(UpstreamRecord row) {
        Scope asked = source.scope();
        Cluster cluster = new Cluster(clusterId(), row.text("cluster_name"), row.text("cluster_type"));
        return new Scope(asked.region(), asked.project(), asked.instance(), cluster);
    }

    String clusterId() {
        return Objects.requireNonNull(source.scope().cluster(), "a cluster-event source has one")
                .id();
    }

    private Map<String, Value> attributes(UpstreamRecord row, Instant time) {
        return Attributes.of(row, KEPT)
                .withoutIfKept("cluster_id", clusterId())
                .withoutIfKept("reason", row.line("reason"))
                .withoutIfKept("time", RecordTime.millis(time))
                .build();
    }
}
