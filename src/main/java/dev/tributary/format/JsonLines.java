package dev.tributary.format;

import dev.tributary.event.Event;
import dev.tributary.fanout.Answer;
import dev.tributary.fanout.SourceReport;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** A stream of events as {@code application/x-ndjson}: an object a line. */
public final class JsonLines {

    private final JsonWriter json;
    private final JsonEvent event;

    public JsonLines(OutputStream out, RawRecords raw) {
        this.json = JsonWriter.on(out);
        this.event = new JsonEvent(json, raw);
    }

    /** The steps in which events are written, a line each; the last leaves nothing behind in a buffer. */
    public Stream<Runnable> events(List<Event> events) {
        return Stream.concat(events.stream().map(each -> () -> line(each)), Stream.of(json::flush));
    }

    /** How far the stream has come, and which gaps it has met since the line before. */
    public void progress(Answer step, Links links) {
        List<SourceReport> lacking =
                step.sources().stream().filter(SourceReport::hasMetGaps).toList();
        line("progress", () -> {
            json.time("reached", step.reached());
            json.text("next", links.next());
            if (!lacking.isEmpty()) {
                new JsonReports(json, links.gaps()).write(lacking);
            }
        });
    }

    /** The last line: without it, a stream was cut. */
    public void summary(JsonAnswer answer) {
        line("summary", () -> answer.summary(json));
    }

    private void line(Event each) {
        json.braced(it -> event.write(each));
        json.endLine();
    }

    private void line(String name, Runnable members) {
        json.braced(it -> json.object(name, object -> members.run()));
        json.endLine();
        json.flush();
    }
}
