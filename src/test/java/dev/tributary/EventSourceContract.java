package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Row;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.EventSource;
import dev.tributary.source.FailureType;
import dev.tributary.source.Freshness;
import dev.tributary.source.Frontier;
import dev.tributary.source.Hints;
import dev.tributary.source.InAQuery;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Reservation;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.Reader;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of source must keep; a kind is done when it does, unchanged. Each plays its rows over HTTP. */
@QuarkusTestResource(SimulatorResource.class)
abstract class EventSourceContract {
    private static final Window HOUR = new Window(World.FROM, World.TO);
    private static final Instant LONG_BEFORE = World.FROM.minus(Duration.ofDays(300));
    private final String name;
    private final Api api;

    @InjectSimulator
    Simulator simulator;

    @Inject
    Sources sources;

    EventSourceContract(String name, Api api) {
        this.name = name;
        this.api = api;
    }

    /** Plays one row at each of these times, in whole seconds. */
    abstract void play(List<Instant> times);

    /** One row for each time, each with a number of its own. */
    static List<Row> numbered(List<Instant> times, BiFunction<Long, Instant, Row> row) {
        return LongStream.range(0, times.size())
                .mapToObj(number -> row.apply(number, times.get((int) number)))
                .toList();
    }

    /** What is checked at the start may be under way still, of a simulator that plays nothing yet. */
    @BeforeEach
    void reset() {
        read(HOUR, EventOrder.DESC);
        simulator.reset();
    }

    @ParameterizedTest
    @EnumSource
    final void everyEventOfTheWindowComesOnceAndInOrder(EventOrder order) {
        play(times());
        Reader read = read(HOUR, order);
        assertThat(read.last()).isInstanceOf(Batch.class);
        assertThat(read.gaps()).isEmpty();
        assertThat(read.events()).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(read.events())
                .isSortedAccordingTo(order)
                .extracting(Event::time)
                .containsExactlyInAnyOrderElementsOf(
                        times().stream().filter(HOUR::contains).toList());
        assertThat(read.events()).extracting(Event::source).containsOnly(name);
    }

    /** A sixteenth of a whole page is the smallest: of 200 rows, 12. */
    @ParameterizedTest
    @EnumSource
    final void whoHasLittleMemoryReadsSmallerPagesAndMissesNothing(EventOrder order) {
        play(times());
        InAQuery.run(20_000, 1_000_000, memory -> {
            Reader read = Reader.of(source().read(request(HOUR, order, memory)), HOUR, order);
            assertThat(read.last()).isInstanceOf(Batch.class);
            assertThat(read.gaps()).isEmpty();
            assertThat(read.events())
                    .extracting(Event::time)
                    .containsExactlyInAnyOrderElementsOf(
                            times().stream().filter(HOUR::contains).toList());
        });
        assertThat(simulator.requests().of(api))
                .extracting(request -> request.parameter("limit"))
                .allMatch(rows -> Integer.parseInt(rows) <= 12);
    }

    @Test
    final void whoIsClosedMidwayHoldsNothingOfItsQuerysMemory() {
        play(times());
        InAQuery.run(100_000_000, 0, memory -> {
            Reading reading = source().read(request(HOUR, EventOrder.DESC, memory));
            assertThat(reading.next().await().indefinitely()).isInstanceOf(Batch.class);
            assertThat(memory.tryTake(100_000_000)).as("nothing is held").isFalse();
            reading.close();
            assertThat(memory.tryTake(100_000_000)).as("nothing is held").isTrue();
        });
    }

    @Test
    final void ascendingIsDescendingReversed() {
        play(times());
        List<Event> reversed = new ArrayList<>(read(HOUR, EventOrder.DESC).events());
        Collections.reverse(reversed);
        assertThat(read(HOUR, EventOrder.ASC).events()).isEqualTo(reversed);
    }

    @ParameterizedTest
    @EnumSource
    final void aWindowWithoutEventsIsReadToItsEnd(EventOrder order) {
        play(times());
        Window empty = new Window(World.FROM.minus(Duration.ofDays(2)), World.FROM.minus(Duration.ofDays(1)));
        assertThat(read(empty, order).events()).isEmpty();
        assertThat(read(new Window(World.FROM, World.FROM), order).events()).isEmpty();
    }

    @Test
    final void aWindowBefore1970IsEmpty() {
        play(times());
        Window old = new Window(Instant.parse("1960-01-01T00:00:00Z"), Instant.parse("1960-01-02T00:00:00Z"));
        Reader read = read(old, EventOrder.DESC);
        assertThat(read.last()).isInstanceOf(Batch.class);
        assertThat(read.events()).isEmpty();
    }

    @Test
    final void nothingIsAskedBeforeTheFirstPull() {
        play(times());
        source().read(request(HOUR, EventOrder.DESC, Hints.none(), 100)).close();
        assertThat(simulator.requests().of(api)).isEmpty();
    }

    @Test
    final void whatFailsIsAnOutcome() {
        play(times());
        simulator.fault(api, Calls.all(), Fault.status(403, "APIGW.0302"));
        assertThat(((SourceFailure) read(HOUR, EventOrder.DESC).last()).type()).isEqualTo(FailureType.FORBIDDEN);
    }

    @Test
    final void withoutBudgetNothingIsAskedAndNothingFails() {
        play(times());
        Reading reading = source().read(request(HOUR, EventOrder.DESC, Hints.none(), 0));
        assertThat(reading.next().await().indefinitely()).isInstanceOf(OutOfBudget.class);
        assertThat(reading.figures().upstreamCalls()).isZero();
        assertThat(simulator.requests().of(api)).isEmpty();
    }

    /** A rare event in a long list, and a budget too small to find it at once: each request gets further. */
    @ParameterizedTest
    @EnumSource
    final void requestsThatRunOutOfBudgetEndAllTheSame(EventOrder order) {
        play(Stream.iterate(LONG_BEFORE, time -> time.plusSeconds(8_000))
                .limit(3_000)
                .toList());
        List<Event> events = new ArrayList<>();
        Hints hints = Hints.none();
        Window left = new Window(LONG_BEFORE, World.FROM);
        for (int requests = 0; !left.isEmpty(); requests++) {
            assertThat(requests).isLessThan(400);
            Reading reading = source().read(request(left, order, hints, 40));
            Reader read = Reader.of(reading, left, order);
            events.addAll(read.events());
            hints = reading.hints(read.frontier().time());
            left = behind(read.frontier(), left, order);
        }
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates().hasSize(3_000);
    }

    private static Window behind(Frontier frontier, Window window, EventOrder order) {
        if (frontier.isEnd()) {
            return new Window(window.from(), window.from());
        }
        return order == EventOrder.DESC
                ? new Window(window.from(), frontier.time().plusMillis(1))
                : new Window(frontier.time(), window.to());
    }

    @Test
    final void callsAreCounted() {
        play(times());
        Reading reading = source().read(request(HOUR, EventOrder.DESC, Hints.none(), 1_000));
        Reader.of(reading, HOUR, EventOrder.DESC);
        assertThat(reading.figures().upstreamCalls())
                .isEqualTo(simulator.requests().of(api).size());
        assertThat(reading.figures().asOf()).isNotNull();
    }

    @Test
    final void theStatusTellsWhatFollowersReckonWith() {
        assertThat(source().status().settle()).isPositive();
        assertThat(source().status().overlap()).isPositive();
        assertThat(source().id().name()).isEqualTo(name);
    }

    private EventSource source() {
        return sources.named(name).orElseThrow();
    }

    private Reader read(Window window, EventOrder order) {
        return Reader.of(source().read(request(window, order, Hints.none(), 1_000)), window, order);
    }

    private static ReadRequest request(Window window, EventOrder order, Reservation memory) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofMinutes(5), 1_000, memory);
        return new ReadRequest(window, order, 1_000, Freshness.FRESH, Scan.NEEDED, Hints.none(), allowance);
    }

    private static ReadRequest request(Window window, EventOrder order, Hints hints, int calls) {
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofMinutes(5), calls);
        return new ReadRequest(window, order, 1_000, Freshness.CACHED, Scan.NEEDED, hints, allowance);
    }

    /** Some 400, inside the hour and around it, often at the same second. */
    private static List<Instant> times() {
        return new Random(1)
                .ints(400, -600, 4_200)
                .mapToObj(seconds -> World.FROM.plusSeconds(seconds))
                .toList();
    }
}
