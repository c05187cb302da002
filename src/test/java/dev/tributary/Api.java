package dev.tributary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The service as its users see it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(
                    HttpClient.Version
                            .HTTP_1_1) // with an upgrade to HTTP/2 an answer was seen not to come; why is not known yet
            .build();
    private final URI base;
    private final List<String> headers;

    Api(String base) {
        this(URI.create(base), List.of());
    }

    private Api(URI base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** The same, with these headers in every request: name, value, name, value, and so on. */
    Api with(String... more) {
        return new Api(base, List.of(more));
    }

    /** The same, for who presents this token. */
    Api withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** An answer of any status. */
    record Reply(int status, HttpResponse<String> http, JsonNode json) {

        /** The report of one source. */
        JsonNode source(String name) {
            return stream(json.path("sources"))
                    .filter(source -> source.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no source " + name + " in " + json));
        }

        List<JsonNode> events() {
            return stream(json.path("events")).toList();
        }
    }

    Reply get(String path) {
        return send(request(path).build());
    }

    /** Past everything that is remembered. */
    Reply getAnew(String path) {
        return send(request(path).header("Cache-Control", "no-cache").build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private Reply send(HttpRequest request) {
        HttpResponse<String> reply = text(request);
        return new Reply(reply.statusCode(), reply, json(reply.body()));
    }

    /** An answer in any format. */
    HttpResponse<String> text(String path) {
        return text(request(path).build());
    }

    private HttpResponse<String> text(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads no more than so many bytes of the answer, and hangs up. */
    void breakOff(String path, int bytes) {
        HttpRequest request = request(path).build();
        try (InputStream body =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            body.readNBytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All events of a walk, from its first page to its last. */
    List<JsonNode> walk(String path) {
        List<JsonNode> events = new ArrayList<>();
        for (String next = path; next != null; ) {
            Reply page = get(next);
            if (page.status() != 200) {
                throw new AssertionError(page.http().body());
            }
            events.addAll(page.events());
            next = page.json().path("next").asText(null);
        }
        return events;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
