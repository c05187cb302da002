package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Page;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** SWR Enterprise Edition API reference, "ListAuditLogs"; that operation is mandatory is the newer page's word. */
record RegistryAuditApi(Programme programme) {
    private static final int MOST_ROWS = 100;

    Reply answer(Route route, WireRequest request) {
        Parameters parameters = new Parameters(request, RegistryAuditApi::invalid);
        Identity.Operation operation = Identity.Operation.of(parameters.mandatoryText("operation"))
                .orElseThrow(() -> parameters.refused("operation is not pull, delete or create"));
        int limit = parameters.number("limit", 1, MOST_ROWS).orElse(10L).intValue();
        long offset = parameters.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
        if (offset % limit != 0) {
            throw parameters.refused("offset is not a multiple of limit");
        }
        Played played = played(new Identity.RegistryAudit(route.project(), route.instance(), operation), request);
        Page page = played.visible().page(offset, limit);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "audit_logs",
                page.rows().stream().map(row -> row.row().fields()).toList());
        body.put("total", page.total());
        return Reply.json(200, body);
    }

    private Played played(Identity.RegistryAudit list, WireRequest request) {
        return programme.called(list, request).orElseGet(() -> {
            if (programme.knowsRegistry(list.project(), list.instance())) {
                return Played.nothing();
            }
            throw new Refused(error(404, "SVCSTG.SWR.4040000", "The instance does not exist."));
        });
    }

    private static Reply invalid(String why) {
        return error(400, "SVCSTG.SWR.4001025", "Invalid query parameter: " + why);
    }

    private static Reply error(int status, String code, String message) {
        Map<String, Object> body = Reply.errorBody(code, message);
        body.put("encoded_authorization_message", "RW5jb2RlZCBhdXRob3JpemF0aW9uIG1lc3NhZ2U=");
        return Reply.json(status, body);
    }
}
