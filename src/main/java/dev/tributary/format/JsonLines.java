package dev.tributary.format;

import dev.tributary.event.Event;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /**
     * How far the stream has come.
     *
     * @param next where it goes on if it is cut behind this line; null if it cannot
     */
    public void progress(Instant reached, @Nullable String next) {
        line("progress", () -> {
            json.time("reached", reached);
            json.text("next", next);
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
