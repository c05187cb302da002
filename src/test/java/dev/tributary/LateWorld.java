package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moves;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A while in which things happen that their upstreams tell late: the same for the same seed. */
final class LateWorld {
    final Instant from;
    final Instant to;
    final List<Upstream> asked;
    private final int limit;
    private final Duration latest;
    private final Random random;
    private final Map<Identity, List<Late>> late = new HashMap<>();

    private record Late(Happened happened, Instant arrival) {}

    /** @param latest no event is told later than so long after it happened */
    LateWorld(long seed, Instant from, Duration length, Duration latest) {
        this.random = new Random(seed);
        this.from = from.truncatedTo(ChronoUnit.SECONDS); // audit files know no more
        this.to = this.from.plus(length);
        this.latest = latest;
        this.asked = someUpstreams();
        this.limit = any(List.of(1, 3, 10, 100));
        IntStream.range(0, 20 + random.nextInt(60)).forEach(this::add);
    }

    /** Lists in no order at all cannot be proven while they change. */
    private List<Upstream> someUpstreams() {
        List<Upstream> all = new ArrayList<>(Upstream.all());
        all.removeIf(upstream -> !upstream.isProvable(false));
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(4));
    }

    private void add(int number) {
        Upstream upstream = any(asked);
        Identity list = any(upstream.lists());
        Happened one = new Happened(
                upstream,
                list,
                number,
                from.plusMillis(random.nextLong(Duration.between(from, to).toMillis())));
        late.computeIfAbsent(list, none -> new ArrayList<>())
                .add(new Late(one, one.time().plusMillis(lateness())));
    }

    /** Often at the last moment. */
    private long lateness() {
        long most = latest.toMillis();
        return random.nextInt(3) == 0 ? most - random.nextInt(200) : random.nextLong(most);
    }

    /** @param time asked before each answer */
    void playedBy(Simulator simulator, Supplier<Instant> time) {
        for (Upstream upstream : asked) {
            upstream.lists()
                    .forEach(list ->
                            simulator.plays(list, Moving.of(List.of(), arrivals(list, time)), upstream.readings()));
        }
    }

    private Moves arrivals(Identity list, Supplier<Instant> time) {
        List<Late> waiting = new ArrayList<>(late.getOrDefault(list, List.of()));
        return (call, rows, now) -> arriving(waiting, time.get());
    }

    private static List<Move> arriving(List<Late> waiting, Instant now) {
        List<Late> here = waiting.stream()
                .filter(one -> !one.arrival().isAfter(now))
                .sorted(Comparator.comparing(Late::arrival))
                .toList();
        waiting.removeAll(here);
        Row[] rows = here.stream().map(one -> one.happened().row()).toArray(Row[]::new);
        return rows.length == 0 ? List.of() : List.of(Move.append(rows));
    }

    /** What a follower asks first. */
    String address() {
        return "/events?" + question() + "&to=settled&order=asc&partial=deny";
    }

    /** From when on, of which sources, and in pages of how many events. */
    String question() {
        String sources =
                asked.stream().map(source -> "&source=" + source.name()).collect(Collectors.joining());
        return "from=" + from.toEpochMilli() + "&limit=" + limit + sources;
    }

    List<Identity> lists() {
        return asked.stream().flatMap(upstream -> upstream.lists().stream()).toList();
    }

    /** Of all that happened. */
    List<String> markers() {
        return late.values().stream()
                .flatMap(List::stream)
                .map(one -> one.happened().marker())
                .toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
