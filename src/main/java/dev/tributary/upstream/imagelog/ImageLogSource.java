package dev.tributary.upstream.imagelog;

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

/** One project's container image logs. */
public final class ImageLogSource {
    private static final PageShape SHAPE = new PageShape("data_list", "total_num");

    private ImageLogSource() {}

    public static EventSource open(Connection connection, ReadSettings settings, ProvenCache cache) {
        return connection.open(ImageLogClient.class, (client, calls) -> source(client, calls, settings, cache));
    }

    private static EventSource source(ImageLogClient client, Calls calls, ReadSettings settings, ProvenCache cache) {
        Pages pages = new Pages(calls, SHAPE, settings.clock());
        String project = settings.id().scope().project();
        TimeFilter filter = (asked, tally) -> pages.read(
                asked,
                tally,
                traceparent ->
                        client.page(project, asked.start(), asked.end(), asked.limit(), asked.offset(), traceparent));
        ImageLogNormaliser normaliser = new ImageLogNormaliser(settings.id());
        ByPageSize<SliceReader> readers = new ByPageSize<>(settings, own -> new OnePageSlices(filter, own, normaliser));
        return new SlicedSource(settings, calls, pages, readers, cache.sharedShelf(settings));
    }
}
