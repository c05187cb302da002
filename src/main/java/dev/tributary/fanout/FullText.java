package dev.tributary.fanout;

import dev.tributary.event.Event;
import dev.tributary.event.Value;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text that stands somewhere in what a person reads of an event; letter case does not count. */
record FullText(String folded) {

    static FullText of(String text) {
        return new FullText(Glob.fold(text));
    }

    boolean matches(Event event) {
        return texts(event)
                .filter(Objects::nonNull)
                .anyMatch(text -> Glob.fold(text).contains(folded));
    }

    // An actor's type is left out: nearly every event would answer to "user".
    private static Stream<@Nullable String> texts(Event event) {
        return Stream.of(
                        Stream.of(event.message()),
                        Stream.ofNullable(event.resource()).flatMap(it -> Stream.of(it.type(), it.name())),
                        Stream.ofNullable(event.actor()).flatMap(it -> Stream.of(it.name(), it.ip())),
                        event.attributes().values().stream().flatMap(FullText::text))
                .flatMap(Function.identity());
    }

    private static Stream<String> text(Value value) {
        return value.type() == Value.Type.NULL ? Stream.empty() : Stream.of(value.text());
    }
}
