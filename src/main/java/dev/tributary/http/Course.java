package dev.tributary.http;

import dev.tributary.fanout.Answer;
import dev.tributary.fanout.Busy;
import dev.tributary.fanout.QueryResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** One query from its begin to its end, which is whatever is told of it first. */
final class Course {

    private final Format format;
    private final QueryMeter meter;
    private final Clock clock;
    private final Instant begun;
    private final AtomicBoolean hasEnded = new AtomicBoolean();

    /** Begins now. */
    Course(Format format, QueryMeter meter, Clock clock) {
        this.format = format;
        this.meter = meter;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** All of the answer has been sent. */
    void answered(Answer answer) {
        ended(answer.complete() ? Ending.COMPLETE : Ending.PARTIAL);
    }

    /** @param result no answer */
    void unanswered(QueryResult result) {
        ended(result instanceof Busy ? Ending.REFUSED : Ending.FAILED);
    }

    void failed() {
        ended(Ending.FAILED);
    }

    void cut() {
        ended(Ending.CUT);
    }

    private void ended(Ending how) {
        if (hasEnded.compareAndSet(false, true)) {
            meter.ended(format, how, Duration.between(begun, clock.instant()));
        }
    }
}
