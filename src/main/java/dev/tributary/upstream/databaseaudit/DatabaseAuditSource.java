package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.EventSource;
import dev.tributary.source.PageWeight;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.SourceId;
import dev.tributary.source.SourceStatus;
import dev.tributary.upstream.call.Calls;
import dev.tributary.upstream.call.Connection;
import dev.tributary.upstream.slice.PageShape;
import dev.tributary.upstream.slice.Pages;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import java.util.List;
import java.util.Objects;

/** One database instance's audit log files. */
public final class DatabaseAuditSource implements EventSource {
    private static final PageShape SHAPE = new PageShape("audit_logs", "total_count");

    private final ReadSettings settings;
    private final Calls calls;
    private final Pages pages;
    private final DatabaseAuditReadings readings;

    private DatabaseAuditSource(DatabaseAuditClient client, Calls calls, ReadSettings settings, ProvenCache cache) {
        this.settings = settings;
        this.calls = calls;
        this.pages = new Pages(calls, SHAPE, settings.clock());
        this.readings = new DatabaseAuditReadings(asking(client, pages, settings), settings, cache);
    }

    public static EventSource open(Connection connection, ReadSettings settings, ProvenCache cache) {
        return connection.open(
                DatabaseAuditClient.class, (client, calls) -> new DatabaseAuditSource(client, calls, settings, cache));
    }

    private static Asking asking(DatabaseAuditClient client, Pages pages, ReadSettings settings) {
        String project = settings.id().scope().project();
        String instance = Objects.requireNonNull(settings.id().scope().instance(), "a database-audit source has one");
        return (span, offset, limit, tally) -> pages.read(
                List.of(span, offset, limit),
                tally,
                traceparent ->
                        client.page(project, instance, span.startText(), span.endText(), offset, limit, traceparent));
    }

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public Reading read(ReadRequest request) {
        return readings.begin(request);
    }

    @Override
    public PageWeight pageWeight() {
        return pages.weight(Math.round(Math.ceil(DatabaseAuditSlices.rows(settings))));
    }

    @Override
    public SourceStatus status() {
        return calls.status(settings.settle(), settings.overlap());
    }
}
