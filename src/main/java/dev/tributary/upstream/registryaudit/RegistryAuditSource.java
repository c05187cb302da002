package dev.tributary.upstream.registryaudit;

import dev.tributary.source.EventSource;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.SlicedSource;
import java.util.Objects;

/** One registry instance's audit log. */
public final class RegistryAuditSource {
    private static final PageShape SHAPE = new PageShape("audit_logs", "total");

    private RegistryAuditSource() {}

    public static EventSource open(Connection connection, ReadSettings settings) {
        return connection.open(RegistryAuditClient.class, (client, calls) -> source(client, calls, settings));
    }

    private static EventSource source(RegistryAuditClient client, Calls calls, ReadSettings settings) {
        Pages pages = new Pages(calls, SHAPE);
        String project = settings.id().scope().project();
        String instance = Objects.requireNonNull(settings.id().scope().instance(), "a registry-audit source has one");
        int limit = settings.pageSize();
        WholeList.Asking asking = (operation, offset, spending) ->
                pages.read(spending, () -> client.page(project, instance, operation.wire(), limit, offset));
        return new SlicedSource(settings, calls, new RegistryAuditSlices(asking, settings));
    }
}
