package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A window of time, what happened in and around it, and a question about it: the same for the same seed. */
final class MixedWorld {
    /** Worlds must not meet in what the service remembers, audit files being sought the furthest around a window. */
    private static final Duration APART = Duration.ofDays(4);

    private static final Instant FIRST = Instant.parse("2026-01-10T10:00:00Z");
    private static final int MOST_PAGES = 30;
    private static final List<Integer> LIMITS = List.of(1, 2, 7, 20, 50, 100, 333, 1_000);

    final Instant from;
    final Instant to;
    final String order;
    final int limit;
    final Sieve sieve;
    final List<Upstream> asked;
    private final Map<Identity, List<Happened>> happened = new HashMap<>();
    private final Random random;
    private int numbers;

    MixedWorld(long seed) {
        this(seed, Duration.ZERO);
    }

    /** @param shift moves it away from worlds of the same seed */
    MixedWorld(long seed, Duration shift) {
        this.random = new Random(seed);
        Duration length = any(List.of(Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofHours(3)));
        this.from = FIRST.minus(APART.multipliedBy(seed % 4_500)).minus(shift).plusMillis(random.nextInt(2_000));
        this.to = from.plus(length).plusMillis(random.nextInt(2_000));
        this.order = any(List.of("asc", "desc"));
        this.limit = any(LIMITS);
        this.sieve = Sieve.any(random);
        this.asked = someUpstreams();
        Times times = new Times(random, from, length);
        asked.forEach(upstream -> fill(upstream, times));
    }

    private List<Upstream> someUpstreams() {
        List<Upstream> all = new ArrayList<>(Upstream.all());
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(8));
    }

    private void fill(Upstream upstream, Times times) {
        int most = Math.min(1_500, MOST_PAGES * limit / asked.size() + 5);
        boolean isBurst = upstream.api().isHss() && limit >= 333 && random.nextInt(16) == 0;
        List<Instant> when = isBurst
                ? times.burst(Math.min(9_900, upstream.mostAtOnce()))
                : times.some(most, Math.min(1_000, upstream.mostAtOnce()));
        when.forEach(time -> add(upstream, time));
    }

    /** Now and then twice, as twins that nothing tells apart. */
    private void add(Upstream upstream, Instant time) {
        Identity list = any(upstream.lists());
        Happened one = new Happened(upstream, list, ++numbers, time);
        List<Happened> all = happened.computeIfAbsent(list, none -> new ArrayList<>());
        all.add(one);
        if (random.nextInt(50) == 0) {
            all.add(one);
        }
    }

    void playedBy(Simulator simulator) {
        asked.forEach(upstream ->
                upstream.lists().forEach(list -> simulator.plays(list, population(list), upstream.readings())));
    }

    private Population population(Identity list) {
        return Population.of(in(list).stream().map(Happened::row).toList());
    }

    /** What happened in that list, inside the window and around it. */
    List<Happened> in(Identity list) {
        return happened.getOrDefault(list, List.of());
    }

    /** How often each thing happened that a walk must show, by marker. */
    Map<String, Happened> truth() {
        return happened.values().stream()
                .flatMap(List::stream)
                .filter(this::isWanted)
                .collect(Collectors.toMap(Happened::marker, it -> it, (one, twin) -> one));
    }

    /** Whether the question asks for it. */
    boolean isWanted(Happened one) {
        return !one.time().isBefore(from)
                && one.time().isBefore(to)
                && sieve.passes().test(one);
    }

    String path(String order, int limit) {
        String sources =
                asked.stream().map(source -> "&source=" + source.name()).collect(Collectors.joining());
        return "/events?from=" + from + "&to=" + to + "&order=" + order + "&limit=" + limit + sources
                + sieve.parameters();
    }

    String path() {
        return path(order, limit);
    }

    /** Whether everything asked for can be proven. */
    boolean isProvable() {
        return asked.stream().allMatch(upstream -> upstream.isProvable(isDense(upstream)));
    }

    private boolean isDense(Upstream upstream) {
        long unit = upstream.readings().unit() == dev.tributary.simulator.population.TimeUnit.SECONDS ? 1_000 : 1;
        return upstream.lists().stream()
                .flatMap(list -> in(list).stream())
                .collect(Collectors.groupingBy(it -> it.time().toEpochMilli() / unit, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count >= upstream.rowsOfAPage());
    }

    @Override
    public String toString() {
        return asked.stream().map(Upstream::name).toList() + ", " + order + ", pages of " + limit + sieve.parameters();
    }

    private <T> T any(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
