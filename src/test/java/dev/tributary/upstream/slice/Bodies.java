package dev.tributary.upstream.slice;

import dev.tributary.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads bodies as the REST clients do. */
public final class Bodies {
    private Bodies() {}

    /** A body printed in the vendor's pages, letter for letter. */
    public static Page documented(String kind, PageShape shape) {
        try (InputStream body = Bodies.class.getResourceAsStream("/upstream/documented/" + kind + ".json")) {
            return page(Objects.requireNonNull(body).readAllBytes(), shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One record, written as JSON. */
    public static UpstreamRecord record(String json) {
        byte[] body = ("{\"l\":[" + json + "],\"t\":1}").getBytes(StandardCharsets.UTF_8);
        return page(body, new PageShape("l", "t")).records().get(0);
    }

    /** The event that a normaliser makes of a record. */
    public static Event event(Normaliser normaliser, UpstreamRecord record) {
        return ((Row.Normalised) normaliser.normalise(record)).event();
    }

    private static Page page(byte[] body, PageShape shape) {
        return PageReader.read(body, shape);
    }
}
