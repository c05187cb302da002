package dev.tributary.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** A plain HTTP client that calls a simulator with a token, or with headers of its own. */
record Caller(Simulator simulator, HttpClient http) {
    static final String TOKEN = "TOKENEXAMPLE";

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String field) {
            return json().path(field).asText();
        }

        long number(String field) {
            return json().path(field).asLong(-1);
        }

        /** One field of each row of the list. */
        List<String> column(String list, String field) {
            return StreamSupport.stream(json().path(list).spliterator(), false)
                    .map(row -> row.path(field).asText())
                    .toList();
        }
    }

    static Caller of(Simulator simulator) {
        return new Caller(
                simulator,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    Answer get(String uri) {
        return send(request(uri).header("X-Auth-Token", TOKEN).build());
    }

    Answer get(String uri, Map<String, String> headers) {
        HttpRequest.Builder request = request(uri);
        headers.forEach(request::header);
        return send(request.build());
    }

    Answer post(String uri, String body) {
        return send(request(uri)
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer delete(String uri) {
        return send(request(uri).DELETE().build());
    }

    CompletableFuture<Answer> getAsync(String uri) {
        return http.sendAsync(request(uri).header("X-Auth-Token", TOKEN).build(), BodyHandlers.ofByteArray())
                .thenApply(Answer::new);
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + uri));
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
