package dev.tributary.simulator.control;

import dev.tributary.simulator.wire.Json;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a posted object, each taken once; one that will not do is refused by its name. */
final class Fields {
    private static final Pattern DURATION = Pattern.compile("(?<count>\\d{1,9})(?<unit>ms|s|m)");

    private final Map<String, String> posted;
    private final Map<String, String> untaken;

    private Fields(Map<String, String> posted) {
        this.posted = posted;
        this.untaken = new LinkedHashMap<>(posted);
    }

    static Fields of(byte[] body) {
        if (!(json(body) instanceof Map<?, ?> object)) {
            throw notAnObject();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEach((name, value) -> texts.put((String) name, scalar((String) name, value)));
        return new Fields(texts);
    }

    private static @Nullable Object json(byte[] body) {
        try {
            return Json.read(body);
        } catch (IOException e) {
            throw notAnObject();
        }
    }

    private static Refused notAnObject() {
        return refused("", "the body is no JSON object");
    }

    private static String scalar(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw refused(name, "is neither a text nor a number");
    }

    /** All of them as they were posted. */
    Map<String, String> posted() {
        return posted;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(untaken.remove(name));
    }

    String mandatoryText(String name) {
        return text(name).orElseThrow(() -> refused(name, "is missing"));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    Optional<Long> number(String name, long least, long most) {
        return text(name)
                .map(text -> matching("-?\\d{1,18}", name, text, "is no whole number"))
                .map(Long::parseLong)
                .map(number -> within(least, most, name, number));
    }

    /** From 0 to 1. */
    Optional<Double> probability(String name) {
        return text(name)
                .map(text -> matching("\\d{1,3}(\\.\\d{1,9})?", name, text, "is not from 0 to 1"))
                .map(Double::parseDouble)
                .map(number -> within(0.0, 1.0, name, number));
    }

    /** Such as {@code 500ms}, {@code 10s} or {@code 2m}. */
    Optional<Duration> duration(String name) {
        return text(name).map(text -> durationOf(name, text));
    }

    private static Duration durationOf(String name, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw refused(name, "is no duration such as 500ms, 10s or 2m");
        }
        long count = Long.parseLong(matcher.group("count"));
        return switch (matcher.group("unit")) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    /** To be called last: what nobody took means nothing here. */
    void end() {
        untaken.keySet().stream().findFirst().ifPresent(name -> {
            throw refused(name, "means nothing here");
        });
    }

    private static String matching(String pattern, String name, String text, String why) {
        if (!text.matches(pattern)) {
            throw refused(name, why);
        }
        return text;
    }

    private static <T extends Comparable<T>> T within(T least, T most, String name, T value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(name, "is not from " + least + " to " + most);
        }
        return value;
    }

    /** @param name empty when no field is to blame */
    static Refused refused(String name, String why) {
        return new Refused(Reply.json(400, Map.of("field", name, "message", why)));
    }
}
