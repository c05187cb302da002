package dev.tributary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** One stream of events as its client reads it, line by line, to its end or to where it was cut. */
final class Export implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpURLConnection connection; // the newer client closes one only when more data come
    private final InputStream body;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<JsonNode> progress = new ArrayList<>();
    private int safe;
    private JsonNode summary;
    private boolean isCut;

    private Export(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        InputStream sent =
                connection.getResponseCode() == 200 ? connection.getInputStream() : connection.getErrorStream();
        this.body = new BufferedInputStream(header("Content-Encoding") == null ? sent : new GZIPInputStream(sent));
    }

    /** An answer of any status; of a problem, its only line is the summary. */
    static Export of(String url, String path, Map<String, String> headers) {
        try {
            URI address = URI.create(url).resolve(path);
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            headers.forEach(connection::setRequestProperty);
            return new Export(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Export of(String url, String path) {
        return of(url, path, Map.of());
    }

    /** Whether there was one more. */
    boolean readLine() {
        try {
            String line = line();
            if (line != null) {
                take(JSON.readTree(line));
            }
            isCut = line == null && summary == null;
            return line != null;
        } catch (IOException e) {
            isCut = true;
            return false;
        }
    }

    // A reader, or read(byte[]), would wait for more than the line: a stream that inflates always says that there is
    // more. Read byte by byte, the buffer asks once for what there is.
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = body.read(); b != '\n'; b = body.read()) {
            if (b < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private void take(JsonNode line) {
        if (line.has("progress")) {
            progress.add(line.path("progress"));
            safe = events.size();
        } else if (line.has("summary") || status() != 200) {
            summary = line.path("summary");
        } else {
            events.add(line);
        }
    }

    Export readLines(int count) {
        for (int read = 0; read < count && readLine(); read++) {
            // takes it
        }
        return this;
    }

    Export readAll() {
        return readLines(Integer.MAX_VALUE);
    }

    int status() {
        try {
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String header(String name) {
        return connection.getHeaderField(name);
    }

    List<JsonNode> events() {
        return events;
    }

    List<JsonNode> progress() {
        return progress;
    }

    /** Null as long as it has not been read. */
    JsonNode summary() {
        return summary;
    }

    /** Whether the stream is over and did not say so. */
    boolean isCut() {
        return isCut;
    }

    static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }

    /** What a client keeps that was cut here: what stands before the last line that tells where to go on. */
    List<JsonNode> kept() {
        return summary == null ? events.subList(0, safe) : events;
    }

    /** Where it goes on; null at the end. */
    String next(String begun) {
        if (summary != null) {
            return summary.path("next").asText(null);
        }
        return progress.isEmpty()
                ? begun
                : progress.get(progress.size() - 1).path("next").asText();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
