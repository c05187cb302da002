package dev.tributary.merge;

import static dev.tributary.event.EventOrder.ASC;
import static dev.tributary.event.EventOrder.DESC;
import static dev.tributary.event.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.Seeds;
import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Batch;
import dev.tributary.source.Frontier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MergeStepTest {

    @Test
    void withoutSourcesThereIsNothingAndNothingLeft() {
        MergeStep step = MergeStep.of(List.of(), DESC, 10);
        assertThat(step.emitted()).isEmpty();
        assertThat(step.reached().isEnd()).isTrue();
    }

    @Test
    void finishedSourcesAreMergedToTheEnd() {
        Event a = event("a", 3, 1);
        Event b = event("b", 2, 1);
        Event c = event("a", 1, 1);
        MergeStep step = MergeStep.of(List.of(ended(a, c), ended(b)), DESC, 10);
        assertThat(step.emitted()).containsExactly(a, b, c);
        assertThat(step.reached().isEnd()).isTrue();
    }

    @Test
    void nothingIsEmittedBeyondTheFrontierThatHasComeLeastFar() {
        Event a = event("a", 5, 1);
        Event b = event("b", 3, 1);
        MergeStep step = MergeStep.of(List.of(ended(a, b), upTo(4)), DESC, 10);
        assertThat(step.emitted()).containsExactly(a);
        assertThat(step.reached()).isEqualTo(new Frontier(DESC, Instant.ofEpochMilli(4)));
    }

    @Test
    void anInstantWaitsWholeWhileASourceStandsAtIt() {
        MergeStep step = MergeStep.of(List.of(ended(event("b", 4, 1)), upTo(4)), DESC, 10);
        assertThat(step.emitted()).isEmpty();
    }

    @Test
    void aSourceThatHasHandedOverNothingHoldsBackAllOthers() {
        Batch notBegun = Batch.of(List.of(), new Frontier(ASC, Instant.ofEpochMilli(0)));
        MergeStep step =
                MergeStep.of(List.of(notBegun, Batch.of(List.of(event("a", 0, 1)), Frontier.end(ASC))), ASC, 10);
        assertThat(step.emitted()).isEmpty();
    }

    @Test
    void tiesAreBrokenBySourceAndIdInBothDirections() {
        Event a2 = event("a", 1, 2);
        Event a1 = event("a", 1, 1);
        Event b1 = event("b", 1, 1);
        assertThat(MergeStep.of(List.of(ended(b1), ended(a2, a1)), DESC, 10).emitted())
                .containsExactly(b1, a2, a1);
        assertThat(MergeStep.of(List.of(endedAsc(b1), endedAsc(a1, a2)), ASC, 10)
                        .emitted())
                .containsExactly(a1, a2, b1);
    }

    @Test
    void theLimitCutsInsideAnInstant() {
        Event a1 = event("a", 1, 1);
        Event a2 = event("a", 1, 2);
        assertThat(MergeStep.of(List.of(ended(a2, a1)), DESC, 1).emitted()).containsExactly(a2);
        assertThat(MergeStep.of(List.of(ended(a2, a1)), DESC, 0).emitted()).isEmpty();
    }

    /** Whatever the runs and frontiers: the step is what sorting everything and cutting it off would give. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void equalsSortingAndCutting(long seed) {
        Random random = new Random(seed);
        EventOrder order = random.nextBoolean() ? ASC : DESC;
        List<Batch> batches = IntStream.range(0, random.nextInt(6))
                .mapToObj(source -> batch("s" + source, order, random))
                .toList();
        int limit = random.nextInt(30);

        MergeStep step = MergeStep.of(batches, order, limit);

        Frontier slowest =
                batches.stream().map(Batch::frontier).sorted().findFirst().orElse(Frontier.end(order));
        List<Event> expected = batches.stream()
                .flatMap(batch -> batch.events().stream())
                .filter(event -> slowest.hasPassed(event.time()))
                .sorted(order)
                .limit(limit)
                .toList();
        assertThat(step.emitted()).isEqualTo(expected);
        assertThat(step.reached()).isEqualTo(slowest);
    }

    static LongStream seeds() {
        return Seeds.of(500);
    }

    private static Batch batch(String source, EventOrder order, Random random) {
        List<Event> events = new ArrayList<>();
        for (int id = random.nextInt(12); id > 0; id--) {
            events.add(event(source, random.nextInt(8), id));
        }
        events.sort(order);
        boolean isEnded = random.nextInt(3) == 0;
        Instant furthest = Instant.ofEpochMilli(order == DESC ? -1 : 8);
        Instant between = Instant.ofEpochMilli(random.nextInt(8));
        return Batch.of(
                events, isEnded ? Frontier.end(order) : new Frontier(order, random.nextBoolean() ? furthest : between));
    }

    private static Batch ended(Event... events) {
        return Batch.of(List.of(events), Frontier.end(DESC));
    }

    private static Batch endedAsc(Event... events) {
        return Batch.of(List.of(events), Frontier.end(ASC));
    }

    private static Batch upTo(long millis) {
        return Batch.of(List.of(), new Frontier(DESC, Instant.ofEpochMilli(millis)));
    }
}
