package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Move;
import dev.tributary.simulator.population.Moves;
import dev.tributary.simulator.population.Moving;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A minute in which things happen that their upstreams tell late: the same for the same seed. */
final class LateWorld {
    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final Duration LATEST = FollowingProfile.SETTLE.plus(FollowingProfile.OVERLAP);

    final Instant from;
    final Instant to;
    final List<Upstream> asked;
    private final int limit;
    private final Random random;
    private final Map<Identity, List<Late>> late = new HashMap<>();

    private record Late(Happened happened, Instant arrival) {}

    LateWorld(long seed, Instant from) {
        this.random = new Random(seed);
        this.from = from;
        this.to = from.plus(LENGTH);
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
        Happened one = new Happened(upstream, list, number, from.plusMillis(random.nextLong(LENGTH.toMillis())));
        late.computeIfAbsent(list, none -> new ArrayList<>())
                .add(new Late(one, one.time().plusMillis(lateness())));
    }

    /** Often at the last moment. */
    private long lateness() {
        long latest = LATEST.toMillis();
        return random.nextInt(3) == 0 ? latest - random.nextInt(200) : random.nextLong(latest);
    }

    /** @param clock goes on by a little with every call */
    void playedBy(Simulator simulator, FollowedClock clock) {
        asked.stream()
                .flatMap(upstream -> upstream.lists().stream().map(list -> Map.entry(upstream, list)))
                .forEach(each -> simulator.plays(
                        each.getValue(),
                        Moving.of(List.of(), arrivals(each.getValue(), clock)),
                        each.getKey().readings()));
    }

    private Moves arrivals(Identity list, FollowedClock clock) {
        List<Late> waiting = new ArrayList<>(late.getOrDefault(list, List.of()));
        Random pauses = new Random(random.nextLong());
        return (call, rows, now) -> {
            clock.advance(Duration.ofMillis(pauses.nextInt(20)));
            return arriving(waiting, clock.instant());
        };
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
