package dev.tributary.upstream.databaseaudit;

import dev.tributary.event.Resource;
import dev.tributary.event.Value;
import dev.tributary.source.SourceId;
import dev.tributary.upstream.slice.Attributes;
import dev.tributary.upstream.slice.EventDraft;
import dev.tributary.upstream.slice.Normaliser;
import dev.tributary.upstream.slice.RecordTime;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns an audit log file's entry into an event: the file was complete at that time. */
record DatabaseAuditNormaliser(SourceId source) implements Normaliser {
    /** In the order of the vendor's table "AuditLogDetail": another order changes every id. */
    private static final List<String> DOCUMENTED = List.of("id", "name", "size", "begin_time", "end_time");

    private static final String ACTION = "audit-log-file";
    private static final String RESOURCE_TYPE = "audit-log";
    /** {@code size} is in KB; that these are 1,024 bytes is our reading of an undocumented unit. */
    private static final BigDecimal BYTES_PER_KB = BigDecimal.valueOf(1024);

    @Override
    public Row normalise(UpstreamRecord row) {
        return EventDraft.row(source, row, DOCUMENTED, RecordTime.ofText(row, "end_time"), this::complete);
    }

    private EventDraft complete(EventDraft event, UpstreamRecord row) {
        return event.startTime(RecordTime.ofText(row, "begin_time").orElse(null))
                .action(ACTION)
                .resource(new Resource(RESOURCE_TYPE, row.text("name")))
                .message(message(row))
                .attributes(attributes(row));
    }

    private static String message(UpstreamRecord row) {
        String name = row.find("name").orElse("without a name");
        String size =
                row.find("size").map(kilobytes -> ", " + kilobytes + " KB").orElse("");
        return UpstreamRecord.onOneLine("audit log " + name + size);
    }

    /** The times stay: their offsets, which tell the database's zone, stand nowhere else. */
    private static Map<String, Value> attributes(UpstreamRecord row) {
        Attributes attributes = Attributes.of(row, Set.of("name"));
        bytes(row).ifPresent(bytes -> attributes.with("sizeBytes", Value.number(bytes)));
        return attributes.build();
    }

    private static Optional<String> bytes(UpstreamRecord row) {
        return row.number("size")
                .map(kilobytes -> kilobytes.multiply(BYTES_PER_KB).setScale(0, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString);
    }
}
