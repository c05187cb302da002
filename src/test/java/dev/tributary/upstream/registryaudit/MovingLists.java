package dev.tributary.upstream.registryaudit;

import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Lists drawn from a seed, in order within a tolerance, whose rows come and go between calls: new ones arrive, some of
 * them late or as twins of others, and the oldest are purged. Knows which were there throughout.
 */
final class MovingLists {
    private final Random random;
    private final Map<Operation, List<Placed>> placed = new EnumMap<>(Operation.class);
    private final Map<Operation, Set<Row>> throughout = new EnumMap<>(Operation.class);
    private final double restlessness;
    private long ids;

    final int pageSize;
    final int toleranceSeconds;
    final boolean isNewestFirst;
    final PlayedLists lists;
    final int newestSecond;

    /** A row, and the time by which it is listed. */
    private record Placed(Row row, double second) {}

    /** @param restless whether rows move at all */
    MovingLists(long seed, boolean restless, Clock clock) {
        random = new Random(seed);
        pageSize = 1 + random.nextInt(10);
        toleranceSeconds = random.nextInt(4) == 0 ? 0 : random.nextInt(12);
        isNewestFirst = random.nextInt(3) > 0;
        restlessness = restless ? random.nextDouble() * 0.4 : 0;
        lists = new PlayedLists(pageSize, clock);
        newestSecond = 40 + random.nextInt(400);
        for (Operation operation : Operation.values()) {
            draw(operation);
            publish(operation);
            throughout.put(operation, new HashSet<>(lists.rows(operation)));
        }
        // One of them at a time: rows must not arrive faster than pages of one row are read.
        lists.beforeCall(call -> move(List.of(Operation.values()).get(random.nextInt(3))));
    }

    private void draw(Operation operation) {
        List<Placed> rows = new ArrayList<>();
        int most = random.nextInt(120);
        for (int row = 0; row < most; row++) {
            rows.add(place(random.nextInt(newestSecond)));
        }
        placed.put(operation, rows);
    }

    private Placed place(int second) {
        return new Placed(Row.at(second, ++ids), second + random.nextDouble() * toleranceSeconds);
    }

    /** Some rows now stand anywhere. */
    MovingLists strewn() {
        double share = random.nextDouble() * 0.1;
        for (Operation operation : Operation.values()) {
            placed.get(operation).replaceAll(each -> random.nextDouble() < share ? anywhere(each.row()) : each);
            publish(operation);
        }
        return this;
    }

    private Placed anywhere(Row row) {
        return new Placed(row, random.nextInt(newestSecond));
    }

    private void publish(Operation operation) {
        Comparator<Placed> oldestFirst = Comparator.comparing(Placed::second);
        placed.get(operation).sort(isNewestFirst ? oldestFirst.reversed() : oldestFirst);
        List<Row> rows = lists.rows(operation);
        rows.clear();
        placed.get(operation).forEach(each -> rows.add(each.row()));
    }

    private void move(Operation operation) {
        if (random.nextDouble() < restlessness) {
            switch (random.nextInt(5)) {
                case 0, 1 ->
                    push(operation, newestSecond + toleranceSeconds + random.nextInt(10), 1 + random.nextInt(3));
                case 2 -> push(operation, random.nextInt(newestSecond), 1);
                case 3 -> twin(operation);
                default -> purge(operation, 1 + random.nextInt(2));
            }
            publish(operation);
        }
    }

    private void push(Operation operation, int second, int rows) {
        for (int row = 0; row < rows; row++) {
            placed.get(operation).add(place(second));
        }
    }

    private void twin(Operation operation) {
        List<Placed> all = placed.get(operation);
        if (!all.isEmpty()) {
            Row row = all.get(random.nextInt(all.size())).row();
            long second = Duration.between(PlayedLists.second(0), row.time()).toSeconds();
            all.add(new Placed(row, second + random.nextDouble() * toleranceSeconds));
        }
    }

    private void purge(Operation operation, int rows) {
        List<Placed> all = placed.get(operation);
        for (int row = 0; row < rows && !all.isEmpty(); row++) {
            Placed oldest = all.remove(isNewestFirst ? all.size() - 1 : 0);
            throughout.get(operation).remove(oldest.row());
        }
    }

    /** Those in the window that were there from the beginning until now. */
    List<Row> throughout(Instant from, Instant to) {
        return throughout.values().stream()
                .flatMap(Set::stream)
                .filter(row -> !row.time().isBefore(from) && row.time().isBefore(to))
                .toList();
    }

    Random random() {
        return random;
    }
}
