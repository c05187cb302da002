package dev.tributary.bench;

import dev.tributary.event.Cluster;
import dev.tributary.event.Event;
import dev.tributary.event.Kind;
import dev.tributary.event.Scope;
import dev.tributary.simulator.api.Programme;
import dev.tributary.simulator.api.Route;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.wire.WireRequest;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.PageReader;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Pages, records and events of each kind, made by the simulator and the service's own classes. */
public enum Records {
    IMAGE_LOG(
            "imagelog.ImageLogNormaliser",
            "/v5/%s/container/image/events?limit=200",
            new PageShape("data_list", "total_num")),
    CLUSTER_EVENT(
            "clusterevent.ClusterEventNormaliser",
            "/v5/%s/container/kubernetes/cluster/events?limit=200&offset=0&start_time=0&end_time=9999999999999&cluster_id="
                    + Platform.CLUSTER,
            new PageShape("data_list", "total_num")),
    REGISTRY_AUDIT(
            "registryaudit.RegistryAuditNormaliser",
            "/v2/%s/instances/" + Platform.REGISTRY + "/audit-logs?operation=pull&limit=100&offset=0",
            new PageShape("audit_logs", "total")),
    DATABASE_AUDIT(
            "databaseaudit.DatabaseAuditNormaliser",
            "/v3/%s/instances/" + Platform.DATABASE
                    + "/audit-logs?limit=100&offset=0&start_time=2026-01-10T00:00:00%%2B0000&end_time=2026-01-11T00:00:00%%2B0000",
            new PageShape("audit_logs", "total_count"));

    private final Normaliser normaliser;
    private final byte[] page;
    private final PageShape shape;

    Records(String normaliser, String uri, PageShape shape) {
        this.shape = shape;
        this.page = rendered(uri.formatted(Worlds.TWENTY.project()));
        this.normaliser = open("dev.tributary.upstream." + normaliser);
    }

    private static byte[] rendered(String uri) {
        Programme programme = new Programme(Clock.systemUTC());
        Worlds.TWENTY.playedBy(programme);
        WireRequest request = new WireRequest("GET", uri, Map.of(), new byte[0]);
        return programme.answer(Route.of(request), request).body();
    }

    /** A normaliser is nobody's business outside of its room. */
    private Normaliser open(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor(SourceId.class);
            constructor.setAccessible(true);
            return (Normaliser) constructor.newInstance(source("source"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private SourceId source(String name) {
        Cluster cluster = name().equals(Kind.CLUSTER_EVENT.name()) ? new Cluster(Platform.CLUSTER, null, null) : null;
        return new SourceId(
                name, Kind.valueOf(name()), new Scope("cn-north-4", Worlds.TWENTY.project(), null, cluster));
    }

    /** Twenty of them, as they were sent. */
    List<UpstreamRecord> records() {
        return PageReader.read(page, shape).records();
    }

    Row normalise(UpstreamRecord row) {
        return normaliser.normalise(row);
    }

    List<Event> events() {
        return records().stream()
                .map(row -> ((Row.Normalised) normalise(row)).event())
                .toList();
    }
}
