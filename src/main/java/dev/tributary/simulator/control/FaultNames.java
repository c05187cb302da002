package dev.tributary.simulator.control;

import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.wire.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Faults by their names: a status, {@code 400} to {@code 599}, or one of the table. */
final class FaultNames {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final Map<String, Function<Fields, Fault>> TABLE = Map.ofEntries(
            Map.entry("hss-denied", fields -> Fault.status(400, "HSS.0010")),
            Map.entry("redirect", FaultNames::redirect),
            Map.entry(
                    "latency", fields -> Fault.latency(fields.duration("delay").orElse(SECOND))),
            Map.entry("hang", fields -> Fault.hang()),
            Map.entry("slow-bytes", FaultNames::slowBytes),
            Map.entry("huge-body", FaultNames::hugeBody),
            Map.entry("reset", fields -> Fault.reset()),
            Map.entry("reset-after-headers", fields -> Fault.resetAfterHeaders()),
            Map.entry("truncated", fields -> Fault.truncated()),
            Map.entry("cut-json", fields -> Fault.cutJson()),
            Map.entry("malformed-json", fields -> Fault.malformedJson()),
            Map.entry("wrong-types", fields -> Fault.wrongTypes()),
            Map.entry("html", fields -> Fault.html()),
            Map.entry("empty-body", fields -> Fault.emptyBody()),
            Map.entry("empty-object", fields -> Fault.emptyObject()));

    /** The vendor's codes where its pages name one. */
    private static final Map<String, String> CODES =
            Map.of("400", "HSS.0001", "401", "APIGW.0301", "404", "APIGW.0101", "429", "APIGW.0308");

    private FaultNames() {}

    /** {@code fault}, its own parameters, and {@code delay}, after which any of them may come. */
    static Fault read(Fields fields) {
        String name = fields.mandatoryText("fault");
        Fault fault =
                name.matches("[45]\\d\\d") ? status(name, fields) : named(name).apply(fields);
        return fields.duration("delay").map(delay -> Fault.later(delay, fault)).orElse(fault);
    }

    private static Function<Fields, Fault> named(String name) {
        Function<Fields, Fault> known = TABLE.get(name);
        if (known == null) {
            throw Fields.refused("fault", "is no status from 400 to 599 and none of " + new TreeSet<>(TABLE.keySet()));
        }
        return known;
    }

    private static Fault status(String status, Fields fields) {
        String code = fields.text("code").orElse(CODES.getOrDefault(status, "SIM." + status));
        Reply reply = Reply.error(Integer.parseInt(status), code, "Played by script.");
        return Fault.saying(fields.duration("retryAfter")
                .map(wait -> reply.withHeader("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(reply));
    }

    /** By default to a place of the same host: who follows is seen there. */
    private static Fault redirect(Fields fields) {
        return Fault.redirect(fields.text("location").orElse("/elsewhere"));
    }

    private static Fault slowBytes(Fields fields) {
        return Fault.slowBytes(
                fields.number("bytes", 1, Integer.MAX_VALUE).orElse(1L).intValue(),
                fields.duration("pause").orElse(SECOND));
    }

    private static Fault hugeBody(Fields fields) {
        return Fault.hugeBody(fields.number("bytes", 1, 1L << 40).orElse(50_000_000L));
    }
}
