package dev.tributary.simulator.access;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.tributary.simulator.wire.Percent;
import dev.tributary.simulator.wire.WireRequest;
import java.util.Arrays;
import java.util.List;

/**
 * The text over which a request is signed, recomputed from what arrived on the wire
 * ("Signing API requests", SDK-HMAC-SHA256).
 *
 * @param signedHeaders lower-case names as the caller listed them
 */
record CanonicalRequest(WireRequest request, List<String> signedHeaders) {

    String text() {
        return String.join(
                "\n", request.method(), uri(), query(), headers(), String.join(";", signedHeaders), bodyHash());
    }

    /** Every segment is followed by a slash, which the path on the wire need not end in. */
    private String uri() {
        String segments = Arrays.stream(request.path().split("/"))
                .map(segment -> Percent.encode(segment) + "/")
                .collect(joining());
        return segments.isEmpty() ? "/" : segments;
    }

    /** Sorted by name only: values of a repeated name keep their order. */
    private String query() {
        return request.query().stream()
                .map(parameter ->
                        new WireRequest.Parameter(Percent.encode(parameter.name()), Percent.encode(parameter.value())))
                .sorted(comparing(WireRequest.Parameter::name))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(joining("&"));
    }

    private String headers() {
        return signedHeaders.stream()
                .map(name -> name + ":" + request.header(name).orElse("") + "\n")
                .collect(joining());
    }

    private String bodyHash() {
        return request.header("x-sdk-content-sha256").orElseGet(() -> Digests.sha256(request.body()));
    }
}
