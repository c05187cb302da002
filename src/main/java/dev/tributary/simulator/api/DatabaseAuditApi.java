package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Page;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** GaussDB API reference, "Obtaining Audit Logs"; codes as in the error codes of the same product family. */
record DatabaseAuditApi(Programme programme) {
    private static final int MOST_ROWS = 100;
    private static final long LONGEST_SPAN_SECONDS = Duration.ofDays(30).toSeconds();
    // Lower-case x: an offset without colon, and no Z.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    Reply answer(Route route, WireRequest request) {
        Parameters parameters = new Parameters(request, DatabaseAuditApi::invalid);
        long start = seconds(parameters, "start_time");
        long end = seconds(parameters, "end_time");
        if (end <= start || end - start > LONGEST_SPAN_SECONDS) {
            throw parameters.refused("end_time is not after start_time by at most 30 days");
        }
        int limit = (int) parameters.mandatoryNumber("limit", 1, MOST_ROWS);
        long offset = parameters.mandatoryNumber("offset", 0, Integer.MAX_VALUE);
        Played played = programme
                .called(new Identity.DatabaseAudit(route.project(), route.instance()), request)
                .orElseThrow(() -> new Refused(Reply.error(404, "DBS.200002", "The DB instance does not exist.")));
        Page page = played.visible().filesBetween(start, end).page(offset, limit);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "audit_logs",
                page.rows().stream().map(row -> row.row().fields()).toList());
        body.put("total_count", page.total());
        return Reply.json(200, body);
    }

    private static long seconds(Parameters parameters, String name) {
        String value = parameters.mandatoryText(name);
        try {
            return OffsetDateTime.parse(value, TIME).toEpochSecond();
        } catch (DateTimeParseException e) {
            throw parameters.refused(name + " is not of the form yyyy-mm-ddThh:mm:ss+hhmm");
        }
    }

    private static Reply invalid(String why) {
        return Reply.error(400, "DBS.200001", "Parameter error: " + why);
    }
}
