package dev.tributary.upstream.clusterevent;

import dev.tributary.source.EventSource;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.ByPageSize;
import dev.tributary.upstream.slice.OnePageSlices;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SliceReader;
import dev.tributary.upstream.slice.SlicedSource;
import dev.tributary.upstream.slice.TimeFilter;
import org.jspecify.annotations.Nullable;

/** One cluster's Kubernetes events. */
public final class ClusterEventSource {
    private static final PageShape SHAPE = new PageShape("data_list", "total_num");

    private ClusterEventSource() {}

    /**
     * @param enterpriseProject {@code 0} for the default one, {@code all_granted_eps} for all, or null to leave it out;
     *     to credentials without permission on all, HSS answers only when the permitted one is named
     */
    public static EventSource open(
            Connection connection, ReadSettings settings, ProvenCache cache, @Nullable String enterpriseProject) {
        return connection.open(
                ClusterEventClient.class, (client, calls) -> source(client, calls, settings, cache, enterpriseProject));
    }

    private static EventSource source(
            ClusterEventClient client,
            Calls calls,
            ReadSettings settings,
            ProvenCache cache,
            @Nullable String enterpriseProject) {
        Pages pages = new Pages(calls, SHAPE, settings.clock());
        ClusterEventNormaliser normaliser = new ClusterEventNormaliser(settings.id());
        String project = settings.id().scope().project();
        String cluster = normaliser.clusterId();
        TimeFilter filter = (asked, tally) -> pages.read(
                asked,
                tally,
                traceparent -> client.page(
                        project,
                        enterpriseProject,
                        cluster,
                        asked.start(),
                        asked.end(),
                        asked.limit(),
                        asked.offset(),
                        asked.lineNum(),
                        traceparent));
        ByPageSize<SliceReader> readers = new ByPageSize<>(settings, own -> new OnePageSlices(filter, own, normaliser));
        return new SlicedSource(settings, calls, pages, readers, cache.sharedShelf(settings));
    }
}
