package dev.tributary.http;

import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads parameters one by one and reports what cannot be read; what it returns then is of no use. */
record ParameterReader(Parameters parameters, Violations violations) {

    private static final Duration DEFAULT_WINDOW = Duration.ofHours(1);

    /**
     * Empty if there is a violation.
     *
     * @param settled as far as no change is expected any more
     */
    Optional<Window> window(Instant now, Duration longest, Instant settled) {
        boolean isFollower = parameters
                .single(Parameters.TO)
                .filter(TimeText.SETTLED::equals)
                .isPresent();
        Instant to = isFollower ? settled : time(Parameters.TO, now).orElse(now);
        Instant from = time(Parameters.FROM, now).orElse(oldest(to.minus(DEFAULT_WINDOW)));
        if (violations.concern(Parameters.FROM) || violations.concern(Parameters.TO)) {
            return Optional.empty();
        }
        return isFollower ? Optional.of(followed(from, to, longest)) : window(from, to, longest);
    }

    /** Who has caught up gets an empty window, who is far behind the longest one there is. */
    private static Window followed(Instant from, Instant settled, Duration longest) {
        Instant to = Duration.between(from, settled).compareTo(longest) > 0 ? from.plus(longest) : settled;
        return new Window(from, to.isBefore(from) ? from : to);
    }

    private Optional<Window> window(Instant from, Instant to, Duration longest) {
        if (!from.isBefore(to)) {
            violations.add(Parameters.FROM, "must be before to");
            return Optional.empty();
        }
        if (Duration.between(from, to).compareTo(longest) > 0) {
            violations.add(Parameters.FROM, "must be at most " + longest + " before to");
            return Optional.empty();
        }
        return Optional.of(new Window(from, to));
    }

    /** A whole number of 1 or more. */
    long number(String name, long largest, long otherwise) {
        Optional<String> text = parameters.single(name);
        if (text.isPresent() && !isNumber(text.get(), largest)) {
            violations.add(name, "must be a whole number from 1 to " + largest);
            return otherwise;
        }
        return text.map(Long::parseLong).orElse(otherwise);
    }

    <T> T choice(String name, Map<String, T> choices, T otherwise) {
        Optional<String> text = parameters.single(name);
        if (text.isPresent() && !choices.containsKey(text.get()) && !violations.concern(name)) {
            violations.add(name, "must be " + String.join(" or ", new TreeSet<>(choices.keySet())));
        }
        return text.map(choices::get).orElse(otherwise);
    }

    Optional<String> text(String name) {
        return parameters.single(name);
    }

    List<String> texts(String name) {
        return parameters.all(name);
    }

    private Optional<Instant> time(String name, Instant now) {
        Optional<String> text = parameters.single(name);
        Optional<Instant> time = text.flatMap(it -> TimeText.parse(it, now));
        if (text.isPresent() && time.isEmpty() && !violations.concern(name)) {
            violations.add(
                    name, "must be RFC 3339, epoch milliseconds, now, or now-15m (s, m, h, d); years 0000 to 9999");
        }
        return time;
    }

    private static Instant oldest(Instant time) {
        return time.isBefore(TimeText.EARLIEST) ? TimeText.EARLIEST : time;
    }

    private static boolean isNumber(String text, long largest) {
        return text.matches("\\d{1,15}") && Long.parseLong(text) >= 1 && Long.parseLong(text) <= largest;
    }
}
