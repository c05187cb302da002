package dev.tributary.simulator.population;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One upstream record: the fields as they are sent, and the times by which the simulator finds it. The two may be set
 * apart, so that a record with a broken or absent time can be played too.
 *
 * @param begin when it began; the same as {@code time} but for database audit files
 * @param time when it happened, in whole milliseconds: by it rows are ordered, filtered and held back until it has come
 * @param fields by the vendor's names: text, numbers ({@code Long}, {@code Integer}, {@code BigDecimal}), or null
 */
public record Row(Instant begin, Instant time, Map<String, @Nullable Object> fields) {

    // The vendor's form in both: milliseconds and Z for SWR, an offset without colon for GaussDB.
    private static final DateTimeFormatter REGISTRY_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATABASE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Row {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    private static Row at(Instant time) {
        return new Row(time, time, Map.of());
    }

    /** A row of image-log with its {@code time} and nothing else. */
    public static Row imageLog(Instant time) {
        return at(time).with("time", time.toEpochMilli());
    }

    /** A row of cluster-event with its {@code time}; the simulator adds {@code line_num}. */
    public static Row clusterEvent(Instant time) {
        return at(time).with("time", time.toEpochMilli());
    }

    /** A row of registry-audit with {@code id} and {@code op_time}. */
    public static Row registryAudit(long id, Instant time) {
        return at(time).with("id", id).with("op_time", REGISTRY_TIME.format(time));
    }

    /** A row of database-audit with {@code begin_time} and {@code end_time}, which are cut to seconds. */
    public static Row databaseAudit(Instant begin, Instant end) {
        return new Row(begin, end, Map.of())
                .with("begin_time", DATABASE_TIME.format(begin))
                .with("end_time", DATABASE_TIME.format(end));
    }

    /** The same row with the field set, at the end if it is new. */
    public Row with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new Row(begin, time, changed);
    }

    /** The same row lacking the field. */
    public Row without(String name) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.remove(name);
        return new Row(begin, time, changed);
    }
}
