package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Samples;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.FailureType;
import dev.tributary.source.Gap;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events of few sources with many ties, and the trouble that a seed brings them. */
final class ScriptedWorld {
    private static final List<FailureType> REASONS = List.of(FailureType.values());
    private final Random random;
    static final int MILLIS = 60;
    private static final Window WINDOW = new Window(Instant.EPOCH, Instant.ofEpochMilli(MILLIS));

    final List<InMemorySource> sources;
    private final List<Event> events;
    final Ask ask;

    ScriptedWorld(long seed) {
        random = new Random(seed);
        List<String> names =
                Stream.of("a", "b", "c", "d", "e").limit(1 + random.nextInt(5)).toList();
        List<List<Event>> each = names.stream().map(this::events).toList();
        events = each.stream().flatMap(List::stream).toList();
        sources = IntStream.range(0, names.size())
                .mapToObj(i -> new InMemorySource(names.get(i), 5 + random.nextInt(30), each.get(i)))
                .toList();
        EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
        ask = new Ask(WINDOW, order).limit(1 + random.nextInt(9));
    }

    private List<Event> events(String source) {
        int span = 1 + random.nextInt(MILLIS);
        return IntStream.range(0, random.nextInt(20))
                .mapToObj(id -> Samples.event(source, random.nextInt(span), id))
                .toList();
    }

    List<Event> truth() {
        return events.stream().sorted(ask.order()).toList();
    }

    void changes() {
        sources.forEach(InMemorySource::heals);
        sources.stream().filter(source -> oneIn(6)).forEach(this::fails);
        sources.stream().filter(source -> oneIn(2)).forEach(this::stepsOver);
        hurries();
    }

    void hurries() {
        sources.forEach(source -> source.outAfter(oneIn(4) ? random.nextInt(3) : MILLIS));
    }

    void fails(InMemorySource source) {
        source.failingAt(random.nextInt(MILLIS), reason());
    }

    // A source has each part in one gap at most.
    private void stepsOver(InMemorySource source) {
        for (int begin = 0; begin < MILLIS; begin += 10) {
            if (oneIn(3)) {
                Instant from = Instant.ofEpochMilli(begin + random.nextInt(6));
                Window span = new Window(from, from.plusMillis(1 + random.nextInt(4)));
                source.steppingOver(new Gap(span, reason(), oneIn(3)));
            }
        }
    }

    private SourceFailure reason() {
        return SourceFailure.of(REASONS.get(random.nextInt(REASONS.size())), "scripted");
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    void assertNothingIsLost(Walked walked) {
        sources.forEach(InMemorySource::heals);
        assertThat(walked.events()).isSortedAccordingTo(ask.order());
        List<Event> once = new ArrayList<>(walked.events());
        once.addAll(walked.behind(gap -> !gap.uncertain(), ask, sources));
        assertThat(once).doesNotHaveDuplicates();
        List<Event> again = walked.behind(NamedGap::uncertain, ask, sources);
        assertThat(once)
                .containsAll(
                        events.stream().filter(event -> !again.contains(event)).toList());
        assertThat(events).containsAll(once).containsAll(again);
    }
}
