package dev.tributary.format;

import dev.tributary.fanout.Answer;
import java.io.OutputStream;
import java.util.stream.Stream;

/** The members of an answer, which a page of events has around them and a stream of them at its end. */
public record JsonAnswer(Answer answer, Links links) {

    /** As a page of {@code application/json}: the steps in which it is written, of one event or source each. */
    public Stream<Runnable> page(OutputStream out, RawRecords raw) {
        JsonWriter json = JsonWriter.on(out);
        JsonEvent event = new JsonEvent(json, raw);
        JsonReports reports = new JsonReports(json, links.gaps());
        return Steps.of(
                () -> begin(json),
                answer.events().stream().map(each -> () -> json.braced(it -> event.write(each))),
                () -> middle(json),
                answer.sources().stream().map(each -> () -> json.braced(it -> reports.report(each))),
                () -> end(json));
    }

    private void begin(JsonWriter json) {
        json.begin();
        reached(json);
        json.beginArray("events");
    }

    private void middle(JsonWriter json) {
        json.endArray();
        outcome(json);
        json.beginArray("sources");
    }

    private static void end(JsonWriter json) {
        json.endArray();
        json.end();
        json.flush();
    }

    /** Everything but the events. */
    void summary(JsonWriter json) {
        reached(json);
        outcome(json);
        new JsonReports(json, links.gaps()).write(answer.sources());
    }

    private void reached(JsonWriter json) {
        json.time("from", answer.query().window().from());
        json.time("to", answer.query().window().to());
        json.text("order", answer.query().order().text());
        json.time("reached", answer.reached());
        json.time("settledTo", answer.settledTo());
    }

    private void outcome(JsonWriter json) {
        json.text("next", links.next());
        json.text("follow", links.follow());
        json.bool("complete", answer.complete());
    }
}
