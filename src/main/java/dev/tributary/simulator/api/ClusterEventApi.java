package dev.tributary.simulator.api;

import dev.tributary.simulator.population.LineNumbers;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Selection;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HSS API reference, "Querying the Kubernetes Cluster Event List"; the limits of limit and offset are the SDK's. */
record ClusterEventApi(Programme programme) {
    /** The row number of a population's first row: 19 digits, as log services have them, beyond what a double holds. */
    static final long FIRST_LINE = 1_700_000_000_000_000_001L;

    private static final List<String> FILTERS = List.of(
            "cluster_name", "namespace", "event_name", "event_type", "resource_type", "resource_name", "reason");

    Reply answer(Route route, WireRequest request) {
        Parameters parameters = new Parameters(request, HssPage::invalid);
        String cluster = parameters.mandatoryText("cluster_id");
        long start = parameters.mandatoryNumber("start_time", 0, Long.MAX_VALUE);
        long end = parameters.mandatoryNumber("end_time", 0, Long.MAX_VALUE);
        int limit = (int) parameters.mandatoryNumber("limit", 0, HssPage.MOST_ROWS);
        long offset = parameters.mandatoryNumber("offset", 0, HssPage.LARGEST_OFFSET);
        Played played = programme
                .find(new Identity.ClusterEvent(route.project(), cluster))
                .orElseThrow(() -> new Refused(HssPage.notFound("cluster " + cluster)));
        Selection found =
                HssPage.filtered(played.visible(programme.clock().instant()).between(start, end), parameters, FILTERS);
        return HssPage.of(
                found.size(),
                found.page(begin(parameters, played, found, offset), limit).stream()
                        .map(index -> fields(played, index))
                        .toList());
    }

    /** The position of the page's first row. */
    private static long begin(Parameters parameters, Played played, Selection found, long offset) {
        LineNumbers.Paging paging = played.readings().lineNumbers().paging();
        if (paging == LineNumbers.Paging.OFFSET_FROM_START
                || parameters.text("line_num").isEmpty()) {
            return offset;
        }
        long line = parameters.mandatoryNumber("line_num", 0, Long.MAX_VALUE);
        long position =
                found.positionOf(line - FIRST_LINE).orElseThrow(() -> parameters.refused("line_num names no row"));
        return switch (paging) {
            case OFFSET_FROM_START -> offset;
            case OFFSET_FROM_NEXT_ROW -> position + 1 + offset;
            case OFFSET_FROM_THAT_ROW -> position + offset;
            case NEXT_ROW -> position + 1;
            case THAT_ROW -> position;
        };
    }

    private static Map<String, @Nullable Object> fields(Played played, long index) {
        Row row = played.population().row(index);
        long line = FIRST_LINE + index;
        return switch (played.readings().lineNumbers().form()) {
            case TEXT -> row.with("line_num", Long.toString(line)).fields();
            case NUMBER -> row.with("line_num", line).fields();
            case ABSENT -> row.fields();
        };
    }
}
