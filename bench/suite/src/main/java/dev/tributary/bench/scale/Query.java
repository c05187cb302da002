package dev.tributary.bench.scale;

import dev.tributary.source.Batch;
import dev.tributary.source.Outcome;
import dev.tributary.source.Reading;
import java.util.List;

/** Reads several sources side by side, each until it has brought what is wanted or its window ends. */
final class Query {
    private final VirtualTime time;
    private final int wanted;
    private final Runnable done;
    private final List<Reading> readings;
    private int left;
    private long rows;
    private boolean isClosed;

    /** @param done told when all have ended */
    Query(VirtualTime time, List<Reading> readings, int wanted, Runnable done) {
        this.time = time;
        this.wanted = wanted;
        this.done = done;
        this.readings = readings;
        this.left = readings.size();
    }

    void begin() {
        readings.forEach(reading -> next(reading, wanted));
    }

    private void next(Reading reading, int missing) {
        reading.next().subscribe().with(outcome -> brought(reading, missing, outcome));
    }

    private void brought(Reading reading, int missing, Outcome outcome) {
        if (isClosed) {
            return;
        }
        Batch batch = (Batch) outcome;
        rows += batch.events().size();
        int stillMissing = missing - batch.events().size();
        if (stillMissing > 0 && !batch.frontier().isEnd()) {
            time.after(0, () -> next(reading, stillMissing));
        } else if (--left == 0) {
            close();
            done.run();
        }
    }

    boolean isDone() {
        return left == 0;
    }

    long rows() {
        return rows;
    }

    void close() {
        isClosed = true;
        readings.forEach(Reading::close);
    }
}
