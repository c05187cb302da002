package dev.tributary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Requests that carry a text in every place a request has, byte for byte. */
final class HostileRequests {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    private static final String PARENT = "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private HostileRequests() {}

    static List<String> carrying(String told) {
        return Stream.of(inTheAddress(told), inTheHead(oneLine(told)), notHttp(oneLine(told)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> inTheAddress(String told) {
        String escaped = URLEncoder.encode(told, StandardCharsets.UTF_8);
        String half = escaped + "%zz{";
        return Stream.of(
                        "/events?" + escaped + "=1",
                        "/events?from=" + escaped,
                        "/events?order=" + escaped + "&limit=" + escaped + "&partial=" + escaped,
                        "/events?source=" + escaped,
                        "/events?format=" + escaped,
                        "/events?cursor=" + escaped,
                        "/events?cursor=" + escaped.repeat(40),
                        "/events?q=" + escaped + "&source=told-*",
                        "/events?" + half,
                        "/events?q=" + half,
                        "/" + escaped,
                        "/" + half,
                        "/events/" + escaped,
                        "/sources?" + escaped,
                        "/openapi?format=" + escaped,
                        "/q/" + escaped,
                        "/../" + escaped,
                        "/events?q=" + escaped.repeat(200),
                        "/events?q=" + escaped.repeat(400))
                .map(HostileRequests::get)
                .toList();
    }

    private static List<String> inTheHead(String told) {
        return List.of(
                get("/events", "Accept: " + told),
                get("/events", "Accept: text/csv;q=" + told),
                get("/events", "Accept-Language: " + told),
                get("/events?source=told-*", "Cache-Control: " + told),
                get("/events?source=told-*", "Accept-Encoding: " + told),
                get("/events", "traceparent: " + told),
                get("/events", PARENT + "\r\ntracestate: told=" + told + "\r\nbaggage: told=" + told),
                get("/sources", "Authorization: Bearer " + told),
                get("/sources", "Cookie: " + told + "=" + told),
                get("/sources", "X-Forwarded-Host: " + told),
                get("/sources", "Content-Length: " + told),
                get("/sources", "Transfer-Encoding: " + told),
                get("/sources", "Expect: " + told),
                get("/sources", "Upgrade: " + told + "\r\nConnection: Upgrade"),
                get("/sources", "Upgrade: h2c\r\nHTTP2-Settings: " + told + "\r\nConnection: Upgrade, HTTP2-Settings"),
                get("/sources", told),
                get("/sources", "X-Told: \u001b" + told),
                get("/sources", "X-Long: " + told.repeat(1_000)),
                "POST /events HTTP/1.0\r\nContent-Type: " + told + "\r\nContent-Length: 5\r\n\r\n12345",
                "PUT /events HTTP/1.0\r\nContent-Length: " + told.length() + "\r\n\r\n" + told,
                "TRACE /events HTTP/1.0\r\nX-Told: " + told + "\r\n\r\n",
                "OPTIONS /" + NO_LETTERS.matcher(told).replaceAll("") + " HTTP/1.0\r\nOrigin: " + told + "\r\n\r\n");
    }

    private static List<String> notHttp(String told) {
        return List.of(
                told + " /events HTTP/1.0\r\n\r\n",
                "GET /events " + told + "\r\n\r\n",
                "GET http://" + told + "/sources HTTP/1.0\r\n\r\n",
                "GET * HTTP/1.0\r\nHost: " + told + "\r\n\r\n",
                "GET " + told + " HTTP/1.0\r\n\r\n",
                told + "\r\n\r\n",
                "\u0016\u0003\u0001" + told + "\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + told);
    }

    static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.0\r\n"
                + Stream.of(headers).map(line -> line + "\r\n").reduce("", String::concat) + "\r\n";
    }

    /** Without what no header can hold, or the server itself refuses the request. */
    private static String oneLine(String told) {
        return told.replaceAll("[^ -~]", "");
    }
}
