package dev.tributary.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** One export of a whole world, read as fast as it comes, and held to be whole. */
final class ExportRun implements HttpConnection.Body {
    private static final int TAIL = 16 * 1024; // more than a summary

    private final LongConsumer progress;
    private long firstAt;
    private long lines;
    private byte[] tail = new byte[0];
    private double seconds;
    private double secondsToFirst;
    private long events;
    private long calls;

    private ExportRun(LongConsumer progress) {
        this.progress = progress;
    }

    /**
     * Exports the world, past what was read before.
     *
     * @param progress told how many lines there were, again and again; the export waits for it
     */
    static ExportRun of(java.net.URI server, World world, LongConsumer progress) {
        ExportRun run = new ExportRun(progress);
        byte[] request = HttpConnection.get(world.path() + "&format=ndjson", "Cache-Control: no-cache");
        try (HttpConnection connection = new HttpConnection(server)) {
            long begun = System.nanoTime();
            connection.exchange(request, run);
            run.seconds = (System.nanoTime() - begun) / 1e9;
            run.secondsToFirst = (run.firstAt - begun) / 1e9;
            run.check(new ObjectMapper().readTree(run.lastLine()).path("summary"), world);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run;
    }

    static ExportRun of(java.net.URI server, World world) {
        return of(server, world, lines -> {});
    }

    @Override
    public void take(byte[] bytes, int length) {
        firstAt = firstAt == 0 ? System.nanoTime() : firstAt;
        for (int i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        keep(bytes, length);
        progress.accept(lines);
    }

    private void keep(byte[] bytes, int length) {
        byte[] all = Arrays.copyOf(tail, tail.length + length);
        System.arraycopy(bytes, 0, all, tail.length, length);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length);
    }

    private String lastLine() {
        String text = new String(tail, UTF_8).strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private void check(JsonNode summary, World world) {
        summary.path("sources").forEach(source -> {
            events += source.path("events").asLong();
            calls += source.path("upstreamCalls").asLong();
        });
        if (!summary.path("complete").asBoolean() || events != world.events()) {
            throw new IllegalStateException(events + " of " + world.events() + " events: " + summary);
        }
    }

    double seconds() {
        return seconds;
    }

    double perSecond() {
        return events / seconds;
    }

    double secondsToFirst() {
        return secondsToFirst;
    }

    long calls() {
        return calls;
    }
}
