package dev.tributary.upstream.registryaudit;

import dev.tributary.source.EventSource;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.ByPageSize;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import java.util.List;
import java.util.Objects;

/** One registry instance's audit log: three lists, told by operation, in one order. */
public final class RegistryAuditSource implements EventSource {
    private static final PageShape SHAPE = new PageShape("audit_logs", "total");

    private final ReadSettings settings;
    private final Calls calls;
    private final Pages pages;
    private final ByPageSize<List<AuditList>> lists;

    private RegistryAuditSource(RegistryAuditClient client, Calls calls, ReadSettings settings, ProvenCache cache) {
        this.settings = settings;
        this.calls = calls;
        this.pages = new Pages(calls, SHAPE, settings.clock());
        ListSizes sizes = new ListSizes(cache);
        this.lists = new ByPageSize<>(settings, own -> sizes.open(asking(client, pages, own), own));
    }

    public static EventSource open(Connection connection, ReadSettings settings, ProvenCache cache) {
        return connection.open(
                RegistryAuditClient.class, (client, calls) -> new RegistryAuditSource(client, calls, settings, cache));
    }

    private static AuditList.Asking asking(RegistryAuditClient client, Pages pages, ReadSettings settings) {
        String project = settings.id().scope().project();
        String instance = Objects.requireNonNull(settings.id().scope().instance(), "a registry-audit source has one");
        int limit = settings.pageSize();
        return (operation, offset, tally) -> pages.read(
                List.of(operation, offset, limit),
                tally,
                traceparent -> client.page(project, instance, operation.wire(), limit, offset, traceparent));
    }

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public Reading read(ReadRequest request) {
        return reading(lists.within(request.allowance().memory()), request, settings);
    }

    static Reading reading(List<AuditList> lists, ReadRequest request, ReadSettings settings) {
        return request.scan() == Scan.FULL
                ? new ScanReading(lists, request, settings)
                : new RegistryAuditReading(lists, request, settings);
    }

    @Override
    public PageWeight pageWeight() {
        return pages.weight((long) settings.pageSize() * Operation.values().length);
    }

    @Override
    public SourceStatus status() {
        return calls.status(settings.settle(), settings.overlap());
    }
}
