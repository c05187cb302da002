package dev.tributary.format;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.SourceReport.NamedGap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of events as {@code application/json}. */
public final class JsonAnswer {

    private JsonAnswer() {}

    /**
     * @param next the address of the next page; null on the last one
     * @param links where a gap can be read again
     * @return UTF-8
     */
    public static byte[] of(Answer answer, RawRecords raw, @Nullable String next, Function<NamedGap, String> links) {
        return JsonWriter.object(json -> {
            json.time("from", answer.query().window().from());
            json.time("to", answer.query().window().to());
            json.text("order", answer.query().order().text());
            json.time("reached", answer.reached());
            json.time("settledTo", answer.settledTo());
            json.array("events", answer.events(), new JsonEvent(json, raw)::write);
            json.text("next", next);
            json.bool("complete", answer.complete());
            new JsonReports(json, links).write(answer.sources());
        });
    }
}
