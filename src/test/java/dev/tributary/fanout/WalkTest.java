package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.event.Samples;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk, whatever its page size, is one big read; and what it lacks, it names. */
class WalkTest {
    private static final List<FailureType> REASONS = List.of(FailureType.values());
    private static final Window WINDOW = new Window(Instant.EPOCH, Instant.ofEpochMilli(60));

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walkingGivesEveryEventOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
        List<InMemorySource> sources = new ArrayList<>();
        List<Event> truth = worlds(random, sources);

        Walked walked = walk(new Ask(WINDOW, order).limit(1 + random.nextInt(9)), sources);

        assertThat(walked.events()).isEqualTo(truth.stream().sorted(order).toList());
        assertThat(walked.gaps()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAWalkLacksLiesBehindTheLinksOfItsGaps(long seed) {
        Random random = new Random(seed);
        EventOrder order = random.nextBoolean() ? EventOrder.ASC : EventOrder.DESC;
        List<InMemorySource> sources = new ArrayList<>();
        List<Event> truth = worlds(random, sources);
        sources.stream()
                .filter(source -> random.nextBoolean())
                .forEach(source -> source.failingAt(
                        random.nextInt(60), SourceFailure.of(REASONS.get(random.nextInt(REASONS.size())), "scripted")));
        Ask ask = new Ask(WINDOW, order).limit(1 + random.nextInt(9));

        Walked walked = walk(ask, sources);
        sources.forEach(InMemorySource::heals);
        List<Event> all = new ArrayList<>(walked.events());
        walked.gaps().forEach(gap -> all.addAll(walk(ask.walk(gap), sources).events()));

        assertThat(walked.events()).isSortedAccordingTo(order);
        assertThat(all).containsExactlyInAnyOrderElementsOf(truth);
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<Event> worlds(Random random, List<InMemorySource> sources) {
        List<Event> truth = new ArrayList<>();
        for (int number = 1 + random.nextInt(5); number > 0; number--) {
            String name = "s" + number;
            List<Event> events = IntStream.range(0, random.nextInt(20))
                    .mapToObj(id -> Samples.event(name, random.nextInt(60), id))
                    .toList();
            sources.add(new InMemorySource(name, 5 + random.nextInt(30), events));
            truth.addAll(events);
        }
        return truth;
    }

    private record Walked(List<Event> events, List<Walk> gaps) {}

    /** To the end; a request that is refused is gone on with without the sources that failed. */
    private static Walked walk(Ask ask, List<InMemorySource> sources) {
        List<Event> events = new ArrayList<>();
        List<Walk> gaps = List.of();
        Ask next = ask;
        while (true) {
            QueryResult result = next.of(new Sources(List.copyOf(sources)));
            if (result instanceof Refusal refusal) {
                next = ask.walk(refusal.without());
                continue;
            }
            Answer answer = (Answer) result;
            events.addAll(answer.events());
            gaps = answer.sources().stream()
                    .flatMap(report -> report.gaps().stream())
                    .map(SourceReport.NamedGap::link)
                    .toList();
            assertThat(answer.complete()).isEqualTo(gaps.isEmpty());
            if (answer.next() == null) {
                return new Walked(events, gaps);
            }
            next = ask.from(answer);
        }
    }
}
