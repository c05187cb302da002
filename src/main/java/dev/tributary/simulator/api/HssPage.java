package dev.tributary.simulator.api;

import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Selection;
import dev.tributary.simulator.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the two HSS APIs have in common. */
final class HssPage {
    static final int MOST_ROWS = 200;
    static final int LARGEST_OFFSET = 2_000_000;

    private HssPage() {}

    /** HSS answers 400 for every fault of the caller's (HSS API reference, error codes). */
    static Reply invalid(String why) {
        return Reply.error(400, "HSS.0001", "Invalid parameter: " + why);
    }

    static Reply notFound(String what) {
        return Reply.error(400, "HSS.0011", "Resource not found: " + what);
    }

    /** The rows that have, to the letter, the value of every filter that the request names. */
    static Selection filtered(Selection found, Parameters parameters, List<String> filters) {
        return filters.stream()
                .flatMap(name -> parameters.text(name).map(value -> having(name, value)).stream())
                .reduce(Predicate::and)
                .map(found::where)
                .orElse(found);
    }

    private static Predicate<Row> having(String name, String value) {
        return row -> value.equals(row.fields().get(name));
    }

    static Reply of(long total, List<? extends Map<String, ?>> rows) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total_num", total);
        body.put("data_list", rows);
        return Reply.json(200, body);
    }
}
