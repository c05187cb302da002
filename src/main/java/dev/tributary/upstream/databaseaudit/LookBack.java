package dev.tributary.upstream.databaseaudit;

import dev.tributary.source.FailureType;
import dev.tributary.source.Gap;
import dev.tributary.source.Hints;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.RecordTime;
import dev.tributary.upstream.slice.UpstreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far before a slice a reading asks: whether the upstream filters by a file's begin, end or overlap is not documented,
 * and by its begin a file is found only where it began.
 *
 * <p>Every file that is no longer than the look-back wished is found. What is wished beyond {@link #LONGEST} cannot be
 * asked: then, in the head of a slice, only files up to {@code LONGEST} are surely found, and an uncertain gap says so.
 */
final class LookBack {
    static final Duration LONGEST = Duration.ofDays(28); // with two days of a slice it still fits one call
    /** With this one a slice of the shortest length is all head. */
    private static final Duration LONGEST_WISHED = LONGEST.multipliedBy(2);

    private final LearntLookBack learnt;
    private final Duration hinted;

    /** @param hints begin with seconds; anybody's, so they lengthen this one reading's look-back at most */
    LookBack(LearntLookBack learnt, Hints hints) {
        this.learnt = learnt;
        this.hinted = hinted(hints);
    }

    private static Duration hinted(Hints hints) {
        long seconds = hints.isEmpty() ? 0 : hints.numbers().get(0);
        boolean isInRange = seconds >= 0 && seconds <= LONGEST_WISHED.toSeconds();
        return isInRange ? Duration.ofSeconds(seconds) : Duration.ZERO;
    }

    /** For the walk's next page, wherever it is read: what is configured, or shown by the filter, is known there. */
    Hints before(Hints others) {
        Duration calledFor = longer(learnt.calledFor(), hinted);
        List<Long> numbers =
                new ArrayList<>(List.of(shorter(calledFor, LONGEST_WISHED).toSeconds()));
        numbers.addAll(others.numbers());
        return new Hints(numbers);
    }

    /** What is left of hints without our own. */
    static Hints behind(Hints hints) {
        return hints.isEmpty()
                ? hints
                : new Hints(hints.numbers().subList(1, hints.numbers().size()));
    }

    /** Whether what this source has proven in other readings was asked for with less. */
    boolean isLongerThanLearnt() {
        return hinted.compareTo(learnt.wished()) > 0;
    }

    /** In whole seconds. */
    Duration asked() {
        return shorter(wished(), LONGEST);
    }

    /**
     * A file that began before the question did was not found by its begin, so however long, it calls for no look-back;
     * where such files are the ones that had not ended by then, a file is found where it ended, whenever it began.
     *
     * @param start from where on was asked
     */
    void learn(List<UpstreamRecord> rows, Instant start) {
        List<Life> files = rows.stream().flatMap(row -> Life.of(row).stream()).toList();
        files.stream()
                .filter(file -> !file.begin.isBefore(start))
                .forEach(file -> learnt.learn(Duration.between(file.begin, file.end)));
        List<Life> earlier =
                files.stream().filter(file -> file.beganJustBefore(start)).toList();
        if (!earlier.isEmpty()) {
            learnt.learnFilter(earlier.stream().noneMatch(file -> file.end.isBefore(start.minus(Span.MARGINS))));
        }
    }

    private record Life(Instant begin, Instant end) {
        static Optional<Life> of(UpstreamRecord row) {
            return RecordTime.ofText(row, "begin_time")
                    .flatMap(begin -> RecordTime.ofText(row, "end_time").map(end -> new Life(begin, end)));
        }

        /** A begin of 1970 stands for an unknown one. */
        boolean beganJustBefore(Instant start) {
            return begin.isBefore(start.minus(Span.MARGINS)) && !begin.isBefore(start.minus(LONGEST));
        }
    }

    /** The part of a slice for which more look-back was wished than could be asked for. */
    List<Gap> gaps(Window slice) {
        Instant end = slice.from().plus(wished().minus(asked()));
        Window head = new Window(slice.from(), end.isBefore(slice.to()) ? end : slice.to());
        SourceFailure reason =
                SourceFailure.of(FailureType.INCONSISTENT, "audit files that took more than 28 days may be missing");
        return head.isEmpty() ? List.of() : List.of(new Gap(head, reason, true));
    }

    private Duration wished() {
        Duration longer = longer(hinted, learnt.wished());
        return shorter(Duration.ofSeconds(longer.plusMillis(999).toSeconds()), LONGEST_WISHED);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
