package dev.tributary;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector of traces (OTLP over HTTP), on a free port. Fields are those of opentelemetry-proto, trace/v1. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** What switches the traces of a service on. */
    Map<String, String> configuration() {
        return Map.of(
                "quarkus.otel.sdk.disabled",
                "false",
                "quarkus.otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that was ever sent, with every byte a character. */
    String text() {
        return received.stream()
                .map(request -> new String(request, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    /** In the order in which they came. */
    List<Span> spans() {
        return received.stream().flatMap(Collector::spans).toList();
    }

    private static Stream<Span> spans(byte[] request) {
        try {
            return messages(UnknownFieldSet.parseFrom(request), 1) // resource_spans
                    .flatMap(resource -> messages(resource, 2)) // scope_spans
                    .flatMap(scope -> messages(scope, 2)) // spans
                    .map(Span::of);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ByteString> values(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream();
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
        return values(message, field).map(Collector::parsed);
    }

    private static UnknownFieldSet parsed(ByteString message) {
        try {
            return UnknownFieldSet.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * A span as it was sent.
     *
     * @param parent empty if it begins its trace
     * @param attributes with numbers as texts
     */
    record Span(String trace, String id, String parent, String name, Map<String, String> attributes, boolean isError) {

        private static Span of(UnknownFieldSet span) {
            return new Span(
                    hex(span, 1),
                    hex(span, 2),
                    hex(span, 4),
                    text(span, 5),
                    messages(span, 9).collect(Collectors.toMap(attribute -> text(attribute, 1), Span::value)),
                    messages(span, 15).anyMatch(status -> number(status, 3) == 2));
        }

        private static String value(UnknownFieldSet attribute) {
            UnknownFieldSet value = messages(attribute, 2).findFirst().orElseThrow();
            return value.hasField(1) ? text(value, 1) : Long.toString(number(value, 3));
        }

        private static String text(UnknownFieldSet message, int field) {
            return values(message, field).map(ByteString::toStringUtf8).collect(Collectors.joining());
        }

        private static String hex(UnknownFieldSet message, int field) {
            return values(message, field)
                    .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                    .collect(Collectors.joining());
        }

        private static long number(UnknownFieldSet message, int field) {
            return message.getField(field).getVarintList().stream().findFirst().orElse(0L);
        }

        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }

        boolean isQuery() {
            return name.equals("GET /events");
        }

        /** As it is sent along with what is called within it, when it is sampled. */
        String traceparent() {
            return "00-" + trace + "-" + id + "-01";
        }
    }
}
