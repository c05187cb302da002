package dev.tributary.fanout;

import static dev.tributary.event.EventOrder.DESC;
import static dev.tributary.event.Samples.event;

import dev.tributary.event.Event;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Pages over sources that are scripted: a window of 100 ms, newest first, slices of 10 ms. */
final class Pages {
    static final SourceFailure TIMEOUT = SourceFailure.of(FailureType.TIMEOUT, "too late");
    static final SourceFailure FORBIDDEN = SourceFailure.of(FailureType.FORBIDDEN, "no");

    private Pages() {}

    static final Window WINDOW = new Window(Instant.EPOCH, Instant.ofEpochMilli(100));

    static Ask first() {
        return new Ask(WINDOW, DESC);
    }

    static InMemorySource source(String name, long... times) {
        return new InMemorySource(
                name,
                10,
                LongStream.of(times).mapToObj(time -> event(name, time, 1)).toList());
    }

    static InMemorySource inOneSlice(String name, long time) {
        return new InMemorySource(name, 100, List.of(event(name, time, 1)));
    }

    static Answer answer(Ask ask, InMemorySource... sources) {
        return (Answer) ask.of(new Sources(List.of(sources)));
    }

    static Refusal refusal(Ask ask, InMemorySource... sources) {
        return (Refusal) ask.of(new Sources(List.of(sources)));
    }

    static List<Long> times(Answer answer) {
        return answer.events().stream()
                .map(Event::time)
                .map(Instant::toEpochMilli)
                .toList();
    }

    static SourceReport report(List<SourceReport> reports, String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Window window(long from, long to) {
        return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    }
}
