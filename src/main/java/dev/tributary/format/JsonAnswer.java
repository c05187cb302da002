package dev.tributary.format;

import dev.tributary.fanout.Answer;

/** A page of events as {@code application/json}. */
public final class JsonAnswer {

    private JsonAnswer() {}

    /** UTF-8. */
    public static byte[] of(Answer answer, RawRecords raw, Links links) {
        return JsonWriter.object(json -> {
            json.time("from", answer.query().window().from());
            json.time("to", answer.query().window().to());
            json.text("order", answer.query().order().text());
            json.time("reached", answer.reached());
            json.time("settledTo", answer.settledTo());
            json.array("events", answer.events(), new JsonEvent(json, raw)::write);
            json.text("next", links.next());
            json.text("follow", links.follow());
            json.bool("complete", answer.complete());
            new JsonReports(json, links.gaps()).write(answer.sources());
        });
    }
}
