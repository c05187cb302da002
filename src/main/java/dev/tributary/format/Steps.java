package dev.tributary.format;

import java.util.stream.Stream;

/** Something long in small steps, so that whoever writes it can wait in between. */
final class Steps {

    private Steps() {}

    static Stream<Runnable> of(Runnable begin, Stream<Runnable> body, Runnable end) {
        return Stream.of(Stream.of(begin), body, Stream.of(end)).flatMap(steps -> steps);
    }

    static Stream<Runnable> of(
            Runnable begin, Stream<Runnable> events, Runnable middle, Stream<Runnable> sources, Runnable end) {
        return Stream.concat(of(begin, events, middle), Stream.concat(sources, Stream.of(end)));
    }
}
