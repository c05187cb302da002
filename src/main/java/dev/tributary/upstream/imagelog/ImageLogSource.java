package dev.tributary.upstream.imagelog;

import dev.tributary.source.EventSource;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.OnePageSlices;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SlicedSource;

/** One project's container image logs. */
public final class ImageLogSource {
    private static final PageShape SHAPE = new PageShape("data_list", "total_num");
    /** A slice never needs a second page. */
    private static final int OFFSET = 0;

    private ImageLogSource() {}

    public static EventSource open(Connection connection, ReadSettings settings) {
        return connection.open(ImageLogClient.class, (client, calls) -> source(client, calls, settings));
    }

    private static EventSource source(ImageLogClient client, Calls calls, ReadSettings settings) {
        Pages pages = new Pages(calls, SHAPE);
        String project = settings.id().scope().project();
        int limit = settings.pageSize();
        OnePageSlices.Asking asking =
                (start, end, spending) -> pages.read(spending, () -> client.page(project, start, end, limit, OFFSET));
        ImageLogNormaliser normaliser = new ImageLogNormaliser(settings.id());
        return new SlicedSource(settings, calls, new OnePageSlices(asking, limit, normaliser));
    }
}
