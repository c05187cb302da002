package dev.tributary.http;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.tributary.fanout.FilterField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The texts of a request's parameters by name: known names only, no empty text, one text unless it may be repeated. */
record Parameters(Map<String, List<String>> texts) {

    static final String CURSOR = "cursor";
    static final String FROM = "from";
    static final String TO = "to";
    static final String ORDER = "order";
    static final String LIMIT = "limit";
    static final String Q = "q";
    static final String INCLUDE = "include";
    static final String PARTIAL = "partial";
    static final String FORMAT = "format";
    static final String SCAN = "scan";

    private static final Set<String> SINGLE = Set.of(CURSOR, FROM, TO, ORDER, LIMIT, Q, INCLUDE, PARTIAL, FORMAT, SCAN);
    private static final Set<String> REPEATABLE =
            Stream.of(FilterField.values()).map(FilterField::text).collect(toUnmodifiableSet());

    /** Keeps what can be read further, and reports the rest. */
    static Parameters sound(Map<String, List<String>> sent, Violations violations) {
        Map<String, List<String>> sound = new HashMap<>(sent);
        sound.entrySet().removeIf(each -> !isSound(each.getKey(), each.getValue(), violations));
        return new Parameters(Map.copyOf(sound));
    }

    static boolean isKnown(String name) {
        return SINGLE.contains(name) || REPEATABLE.contains(name);
    }

    private static boolean isSound(String name, List<String> texts, Violations violations) {
        if (!isKnown(name)) {
            violations.add(name, "is not a parameter of this resource");
            return false;
        }
        if (texts.stream().anyMatch(text -> isEmpty(name, text))) {
            violations.add(name, "must not be empty");
            return false;
        }
        if (texts.size() > 1 && SINGLE.contains(name)) {
            violations.add(name, "must be given once");
            return false;
        }
        return true;
    }

    private static boolean isEmpty(String name, String text) {
        return text.isEmpty() || (text.equals("!") && REPEATABLE.contains(name));
    }

    Optional<String> single(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return texts.getOrDefault(name, List.of());
    }

    Parameters with(String name, String text) {
        Map<String, List<String>> changed = new HashMap<>(texts);
        changed.put(name, List.of(text));
        return new Parameters(Map.copyOf(changed));
    }

    Parameters withDefault(String name, String text) {
        return texts.containsKey(name) ? this : with(name, text);
    }

    Parameters without(String name) {
        return only(other -> !other.equals(name));
    }

    Parameters only(Predicate<String> names) {
        return new Parameters(texts.entrySet().stream()
                .filter(each -> names.test(each.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
