package dev.tributary;

import dev.tributary.simulator.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An answer of an upstream that tells what nobody else should hear, in a place where a careless reader looks. */
record Indiscretion(String name, Reply reply) {
    private static final String JSON = "application/json";

    /**
     * Some for every place that carries text.
     *
     * @param told what they tell
     * @param known what an upstream knows of its callers: their credentials
     */
    static List<Indiscretion> all(String told, String known) {
        return Stream.of(errors(told, known), headers(told), pages(told))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Indiscretion> errors(String told, String known) {
        return List.of(
                of("message", Reply.error(400, "HSS.0001", told)),
                of("code", Reply.error(403, told, "no")),
                of("long-code", Reply.error(404, "X".repeat(64) + told.strip(), "no")),
                of("authorization-message", withMore(403, Map.of("encoded_authorization_message", told))),
                of("code-of-another-kind", withMore(400, Map.of("error_code", List.of(told)))),
                of("details", withMore(409, Map.of("details", List.of(Map.of("code", told, told, told))))),
                of("canonical-request", Reply.error(401, "APIGW.0301", "Incorrect: GET\n/v5/\n" + known)),
                of("token-quoted", Reply.error(401, "APIGW.0307", known)),
                of("server-error", Reply.text(500, "text/html", "<html><pre>" + told + "</pre></html>")),
                of("gateway", Reply.text(502, "text/plain", told)),
                of("refusal-of-no-type", Reply.text(401, onOneLine(told) + ";;=", told)),
                of("throttled", Reply.error(429, "APIGW.0308", told).withHeader("Retry-After", onOneLine(told))),
                of("unusual-status", Reply.text(499, JSON, told)));
    }

    private static Reply withMore(int status, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(Reply.errorBody("X.1", "no"));
        body.putAll(more);
        return Reply.json(status, body);
    }

    private static List<Indiscretion> headers(String told) {
        String line = onOneLine(told);
        return List.of(
                of("redirect", Reply.text(302, "text/html", told).withHeader("Location", "http://" + line + "/")),
                of("redirect-for-ever", Reply.text(308, JSON, told).withHeader("Location", line)),
                of("content-type", Reply.text(200, line + ";;=", told)),
                of("content-type-of-an-error", Reply.text(500, line + ";;=", told)),
                of("encoding", Reply.text(200, JSON, told).withHeader("Content-Encoding", line)),
                of("not-gzip", Reply.text(200, JSON, told).withHeader("Content-Encoding", "gzip")),
                of("date", Reply.error(503, "X.1", told).withHeader("Date", line)),
                of("cookie", Reply.error(500, "X.1", told).withHeader("Set-Cookie", line + "; Expires=" + line)),
                of("language", Reply.error(500, "X.1", told).withHeader("Content-Language", line)),
                of("link", Reply.error(500, "X.1", told).withHeader("Link", "<" + line)),
                of("last-modified", Reply.error(500, "X.1", told).withHeader("Last-Modified", line)),
                of("challenge", Reply.text(401, JSON, told).withHeader("WWW-Authenticate", "Basic realm=" + line)));
    }

    private static List<Indiscretion> pages(String told) {
        return List.of(
                of("portal", Reply.text(200, "text/html", "<html>" + told + "</html>")),
                of("malformed", Reply.text(200, JSON, "{\"total_num\": 1, \"data_list\": [{\"a\": " + told + "}]}")),
                of("malformed-name", Reply.text(200, JSON, "{\"" + told + "\": 1")),
                of("no-object", Reply.json(200, Map.of("total", told, "total_num", told, "total_count", told))),
                of("no-list", pageOf(told)),
                of("no-records", pageOf(List.of(told))),
                of("total-of-another-kind", Reply.json(200, totals(Map.of(told, List.of(told)), List.of()))),
                of("huge-total", Reply.text(200, JSON, "{\"total_num\": 9" + "9".repeat(500) + ", \"x\":" + told)),
                of("goes-on", Reply.text(200, JSON, "{\"total_num\":0,\"total\":0,\"total_count\":0}" + told)),
                of("bytes", new Reply(200, Map.of("Content-Type", JSON), told.getBytes(StandardCharsets.UTF_16))));
    }

    private static Reply pageOf(Object list) {
        return Reply.json(200, totals(1, list));
    }

    /** In the names of all four APIs. */
    private static Map<String, Object> totals(Object total, Object list) {
        return Map.of("total_num", total, "total", total, "total_count", total, "data_list", list, "audit_logs", list);
    }

    private static Indiscretion of(String name, Reply reply) {
        return new Indiscretion(name, reply);
    }

    /** As a header can hold it. */
    private static String onOneLine(String text) {
        return text.strip().replaceAll("[^ -~]+", "-");
    }

    /** What IAM tells of a token that it issues. */
    static List<Indiscretion> tokens(String told) {
        String token = onOneLine(told);
        return List.of(
                of("token-without-more", Reply.text(201, JSON, told).withHeader("X-Subject-Token", token)),
                of("token-for-ever", tokenUntil(told).withHeader("X-Subject-Token", token)),
                of(
                        "token-to-be-sent",
                        tokenUntil("2999-01-01T00:00:00Z").withHeader("X-Subject-Token", token + "\u00ff")));
    }

    private static Reply tokenUntil(String time) {
        return Reply.json(201, Map.of("token", Map.of("expires_at", time)));
    }

    /** An answer that is no HTTP, or nearly some. */
    record Raw(String name, String bytes) {}

    static List<Raw> raw(String told) {
        String head = "HTTP/1.1 200 OK\r\n";
        return List.of(
                new Raw("no-http", told + "\r\n\r\n"),
                new Raw("another-version", "HTTP/" + told + " 200 OK\r\n\r\n"),
                new Raw("status-line", "HTTP/1.1 " + told + "\r\n\r\n"),
                new Raw("reason", "HTTP/1.1 500 " + told + "\r\nContent-Length: 0\r\n\r\n"),
                new Raw("content-length", head + "Content-Length: " + told + "\r\n\r\n"),
                new Raw("chunk-size", head + "Transfer-Encoding: chunked\r\n\r\n" + told + "\r\n"),
                new Raw("header-name", head + told + "\u0000 :1\r\nContent-Length: 0\r\n\r\n"),
                new Raw("header", head + "X: \u0001" + told + "\r\nContent-Length: 0\r\n\r\n"),
                new Raw("cut", head + "Content-Length: 100000\r\n\r\n{\"" + told));
    }
}
