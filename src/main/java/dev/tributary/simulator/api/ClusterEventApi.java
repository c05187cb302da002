package dev.tributary.simulator.api;

import dev.tributary.simulator.population.LineNumbers;
import dev.tributary.simulator.population.Page;
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
                .called(new Identity.ClusterEvent(route.project(), cluster), request)
                .orElseThrow(() -> new Refused(HssPage.notFound("cluster " + cluster)));
        Selection found = HssPage.filtered(played.visible().between(start, end), parameters, FILTERS);
        LineNumbers lines = played.readings().lineNumbers();
        Page page = found.page(begin(parameters, lines.paging(), found, offset), limit);
        return HssPage.of(
                page.total(),
                page.rows().stream().map(row -> fields(row, lines.form())).toList());
    }

    /** The position of the page's first row. */
    private static long begin(Parameters parameters, LineNumbers.Paging paging, Selection found, long offset) {
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

    private static Map<String, @Nullable Object> fields(Page.NumberedRow numbered, LineNumbers.Form form) {
        long line = FIRST_LINE + numbered.number();
        return switch (form) {
            case TEXT -> numbered.row().with("line_num", Long.toString(line)).fields();
            case NUMBER -> numbered.row().with("line_num", line).fields();
            case ABSENT -> numbered.row().fields();
        };
    }
}
