package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** An image log of four days that have long been settled: a row every ten seconds, any part of which is known. */
final class SettledLog {
    private static final int ROWS = 4 * 8_640;

    private SettledLog() {}

    static void playedBy(Simulator simulator) {
        simulator.plays(
                World.images(),
                Population.computed(ROWS, number -> Row.imageLog(time(number)).with("event_id", "i" + number)));
    }

    /** @param first a row's number, below {@code ROWS} */
    record Part(int first, int last) {

        /** @param from two fractions, 0 or more and below 1 */
        static Part at(double from, double length) {
            int first = (int) (from * (ROWS - 100));
            return new Part(first, first + (int) (length * 100));
        }

        String address() {
            return "/events?source=images&limit=1000&from=" + time(first) + "&to="
                    + time(last).plusMillis(1);
        }

        /** Newest first. */
        List<String> markers() {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(number -> "images/i" + (first + last - number))
                    .toList();
        }
    }

    private static Instant time(long number) {
        return World.FROM.plusSeconds(10 * number);
    }
}
