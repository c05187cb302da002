package dev.tributary.bench;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** A process that is measured in turns with others: its results, and how busy it was meanwhile. */
final class Contestant {
    private final Child process;
    private final DoubleSupplier measure;
    private final Series results = new Series();
    private final Series busy = new Series();

    /** @param measure begins and ends one run, and gives its result */
    Contestant(Child process, DoubleSupplier measure) {
        this.process = process;
        this.measure = measure;
    }

    /** As many runs as there are to be, one of each after the other; each has run once before. */
    static void inTurns(Contestant... all) {
        for (Contestant one : all) {
            one.measure.getAsDouble();
        }
        for (int run = 0; run < Stage.RUNS; run++) {
            for (Contestant one : all) {
                one.run();
            }
        }
    }

    private void run() {
        Duration before = process.busy();
        long begun = System.nanoTime();
        results.add(measure.getAsDouble());
        long took = System.nanoTime() - begun;
        busy.add(100.0 * process.busy().minus(before).toNanos() / took);
    }

    Series results() {
        return results;
    }

    /** What was busy is the limit; who was not waited for somebody else. */
    String busyNote() {
        return "%.0f %% of a processor busy".formatted(busy.median());
    }
}
