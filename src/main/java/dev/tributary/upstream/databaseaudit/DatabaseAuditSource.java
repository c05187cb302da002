package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.EventSource;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SlicedSource;
import java.util.Objects;

/** One database instance's audit log files. */
public final class DatabaseAuditSource {
    private static final PageShape SHAPE = new PageShape("audit_logs", "total_count");

    private DatabaseAuditSource() {}

    public static EventSource open(Connection connection, ReadSettings settings) {
        return connection.open(DatabaseAuditClient.class, (client, calls) -> source(client, calls, settings));
    }

    private static EventSource source(DatabaseAuditClient client, Calls calls, ReadSettings settings) {
        Pages pages = new Pages(calls, SHAPE);
        String project = settings.id().scope().project();
        String instance = Objects.requireNonNull(settings.id().scope().instance(), "a database-audit source has one");
        DatabaseAuditSlices.Asking asking = (start, end, offset, limit, spending) ->
                pages.read(spending, () -> client.page(project, instance, start, end, offset, limit));
        return new SlicedSource(settings, calls, new DatabaseAuditSlices(asking, settings));
    }
}
