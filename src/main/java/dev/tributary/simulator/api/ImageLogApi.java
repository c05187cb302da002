package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Page;
import dev.tributary.simulator.population.Selection;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.util.List;

/** HSS API reference, "Querying Container Image Operation Logs"; the limits of limit and offset are the SDK's. */
record ImageLogApi(Programme programme) {
    private static final List<String> FILTERS =
            List.of("resource_name", "resource_type", "event_type", "event_name", "source_ip", "user_name");

    Reply answer(Route route, WireRequest request) {
        Parameters parameters = new Parameters(request, HssPage::invalid);
        int limit = parameters.number("limit", 0, HssPage.MOST_ROWS).orElse(10L).intValue();
        long offset = parameters.number("offset", 0, HssPage.LARGEST_OFFSET).orElse(0L);
        long start = parameters.number("start_time", 0, Long.MAX_VALUE).orElse(0L);
        long end = parameters.number("end_time", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        Played played = programme
                .called(new Identity.ImageLog(route.project()), request)
                .orElseThrow(() -> new Refused(HssPage.notFound("project " + route.project())));
        Selection found = HssPage.filtered(played.visible().between(start, end), parameters, FILTERS);
        Page page = found.page(offset, limit);
        return HssPage.of(
                page.total(),
                page.rows().stream().map(row -> row.row().fields()).toList());
    }
}
