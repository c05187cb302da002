package dev.tributary.simulator.control;

import dev.tributary.simulator.fault.FaultScript;
import dev.tributary.simulator.fault.FaultScript.Told;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /_simulator/faults}: {@code GET} tells the script, {@code POST} adds a line, {@code DELETE} heals everything.
 * {@code /_simulator/requests}: {@code GET} tells how often what was called, {@code DELETE} counts from 0 again. Every
 * answer shows how things stand afterwards. These requests are no calls: nothing counts, delays or refuses them.
 */
public record Control(FaultScript faults, CallCounts calls) {
    private static final String ROOT = "/_simulator/";

    public static boolean isFor(WireRequest request) {
        return request.path().startsWith(ROOT);
    }

    /** What does not do is a 400 that names the field. */
    public Reply answer(WireRequest request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET " + ROOT + "faults" -> script(200);
                case "POST " + ROOT + "faults" -> write(request.body());
                case "DELETE " + ROOT + "faults" -> heal();
                case "GET " + ROOT + "requests" -> counts();
                case "DELETE " + ROOT + "requests" -> countAnew();
                default -> Reply.json(404, Map.of("message", "There are " + ROOT + "faults and " + ROOT + "requests."));
            };
        } catch (Refused refused) {
            return refused.reply();
        }
    }

    private Reply write(byte[] body) {
        PostedLine line = PostedLine.read(body);
        faults.add(line.target(), line.when(), line.fault(), line.words());
        return script(201);
    }

    private Reply heal() {
        faults.clear();
        return script(200);
    }

    private Reply script(int status) {
        return Reply.json(
                status,
                Map.of("faults", faults.lines().stream().map(Control::told).toList()));
    }

    private static Map<String, Object> told(Told line) {
        Map<String, Object> fields = new LinkedHashMap<>(line.words());
        fields.put("seen", line.seen());
        fields.put("befell", line.befell());
        return fields;
    }

    private Reply countAnew() {
        calls.clear();
        return counts();
    }

    private Reply counts() {
        return Reply.json(200, calls.byPlace());
    }
}
