package dev.tributary.walk;

import static java.util.stream.Collectors.toMap;

import dev.tributary.event.EventKey;
import dev.tributary.source.FailureType;
import dev.tributary.source.Hints;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cursors of every shape, the same for the same seed. */
final class RandomCursors {
    private static final List<String> CHARACTERS = List.of("a", "B", "7", "-", "*", "\\", " ", "\n", "é", "事", "😀");
    private static final long OLDEST = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long NEWEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private final Random random;

    RandomCursors(long seed) {
        random = new Random(seed);
    }

    Cursor next() {
        return new Cursor(map(() -> few(this::text)), map(random::nextInt), walk());
    }

    private Walk walk() {
        List<String> names = List.copyOf(new TreeSet<>(few(this::text)));
        int stay = random.nextInt(names.size() + 1);
        int reading = random.nextInt(stay + 1);
        List<Departure> departed =
                names.stream().skip(stay).map(this::departure).toList();
        List<String> sources = names.subList(0, reading);
        return new Walk(
                position(),
                sources,
                names.subList(reading, stay),
                departed,
                random.nextBoolean(),
                random.nextBoolean() ? time() : null,
                sources.stream().collect(toMap(name -> name, name -> hints())));
    }

    private Hints hints() {
        int bits = random.nextInt(Long.SIZE); // small numbers and large ones
        return new Hints(few(() -> random.nextLong() >> bits));
    }

    private Departure departure(String source) {
        FailureType[] reasons = FailureType.values();
        return new Departure(source, position(), reasons[random.nextInt(reasons.length)]);
    }

    private Position position() {
        Instant time = time();
        String id = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        return random.nextBoolean() ? new Position.At(time) : new Position.After(new EventKey(time, text(), id));
    }

    private Instant time() {
        return Instant.ofEpochMilli(random.nextLong(OLDEST, NEWEST + 1));
    }

    private <T> Map<String, T> map(Supplier<T> value) {
        Map<String, T> map = new HashMap<>();
        few(this::text).forEach(name -> map.put(name, value.get()));
        return map;
    }

    private <T> List<T> few(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(6)).toList();
    }

    private String text() {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> CHARACTERS.get(random.nextInt(CHARACTERS.size())))
                .reduce("", String::concat);
    }
}
