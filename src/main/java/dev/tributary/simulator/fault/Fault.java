package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What happens to a call instead of, or on the way to, its ordinary answer. */
public sealed interface Fault
        permits Pass, Latency, Together, Saying, Reset, Hang, Truncated, CutJson, SlowBytes, HugeBody {
    /** Lets the fault happen. */
    void befall(Exchange exchange);

    /** The ordinary answer, later. */
    static Fault latency(Duration delay) {
        return later(delay, new Pass());
    }

    /** Another fault, later. */
    static Fault later(Duration delay, Fault then) {
        return new Latency(delay, then);
    }

    /** The ordinary answer, as soon as that many calls have met: proves that they overlap without timing them. */
    static Fault together(int calls) {
        return new Together(calls, new Pass());
    }

    /** Any other answer. */
    static Fault saying(Reply reply) {
        return new Saying(reply);
    }

    /** An error with a code of the vendor's. */
    static Fault status(int status, String code) {
        return saying(Reply.error(status, code, "Played by script."));
    }

    /** Throttled by the gateway, without {@code Retry-After}. */
    static Fault throttled() {
        return saying(throttling());
    }

    /** Throttled by the gateway; the header counts whole seconds. */
    static Fault throttled(Duration retryAfter) {
        return saying(throttling().withHeader("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    private static Reply throttling() {
        return Reply.error(429, "APIGW.0308", "The throttling threshold has been reached.");
    }

    /** Status 200 and text that breaks the rules of JSON. */
    static Fault malformedJson() {
        return saying(Reply.text(200, "application/json", "{\"total_num\": 1, \"data_list\": [{\"time\": 17,,}]}"));
    }

    /** Status 200 and JSON whose total and list, in the names of all four APIs, are of kinds that they cannot be. */
    static Fault wrongTypes() {
        Map<String, Object> total = Map.of("rows", List.of("many"));
        return saying(Reply.json(
                200,
                Map.of(
                        "total_num", total,
                        "total", total,
                        "total_count", total,
                        "data_list", "none",
                        "audit_logs", "none")));
    }

    /** Status 200 and a page for people, as captive portals send it. */
    static Fault html() {
        return saying(Reply.text(200, "text/html", "<html><body>Please log in</body></html>"));
    }

    /** Status 200 and nothing. */
    static Fault emptyBody() {
        return saying(Reply.text(200, "application/json", ""));
    }

    /** Status 200 and <code>{}</code>. */
    static Fault emptyObject() {
        return saying(Reply.json(200, Map.of()));
    }

    static Fault redirect(String location) {
        return saying(Reply.text(302, "text/html", "").withHeader("Location", location));
    }

    /** The connection is closed before a byte is answered. */
    static Fault reset() {
        return new Reset();
    }

    /** Status and headers of the ordinary answer, then the connection is closed. */
    static Fault resetAfterHeaders() {
        return new Truncated(0);
    }

    /** No answer ever; the connection stays open. */
    static Fault hang() {
        return new Hang();
    }

    /** The ordinary answer up to its middle, then the connection is closed. */
    static Fault truncated() {
        return new Truncated(50);
    }

    /** The first half of the ordinary body, sent as the whole of it. */
    static Fault cutJson() {
        return new CutJson();
    }

    /** The ordinary answer in small pieces. */
    static Fault slowBytes(int bytesAtOnce, Duration pause) {
        return new SlowBytes(bytesAtOnce, pause);
    }

    /** A body of that many bytes, all of them the white space that JSON may begin with. */
    static Fault hugeBody(long bytes) {
        return new HugeBody(bytes);
    }
}
