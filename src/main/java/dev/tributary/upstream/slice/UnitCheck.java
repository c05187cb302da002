package dev.tributary.upstream.slice;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.slice.TimeFilter.Bounds;
import dev.tributary.upstream.slice.TimeFilter.Question;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * Whether the time filter counts in the configured unit. In the wrong one every window would look empty, and an empty
 * answer would prove it: so a row that is known to be there must be found first.
 */
final class UnitCheck {
    /** A time so early is found by the same bounds in either unit. */
    private static final Instant TELLING = Instant.EPOCH.plusSeconds(60);

    private final TimeFilter filter;
    private final ReadSettings settings;
    private final SharedReads<UnitCheck, Boolean> underWay = new SharedReads<>();
    private volatile boolean hasPassed;

    UnitCheck(TimeFilter filter, ReadSettings settings) {
        this.filter = filter;
        this.settings = settings;
    }

    /** Fails until a row was found by its time; a source without any row passes for now. */
    Uni<Void> passed(Tally tally) {
        return hasPassed
                ? Uni.createFrom().voidItem()
                : underWay.join(this, () -> check(tally), () -> {}).replaceWithVoid();
    }

    /** From 0 to now in milliseconds holds every row of the past, in either unit. One with a usable time is enough. */
    private Uni<Boolean> check(Tally tally) {
        return filter.page(new Question(0, settings.clock().millis(), settings.pageSize(), 0, null), tally)
                .chain(any -> OnePageSlices.times(any.page()).stream()
                        .filter(TELLING::isBefore)
                        .findFirst()
                        .map(time -> find(time, tally))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> find(Instant time, Tally tally) {
        long unit = Bounds.units(time, settings.unit());
        Bounds around = new Bounds(Math.max(0, unit - 1), unit + 1);
        return filter.page(Question.of(around, 1), tally).chain(look -> judge(unit, look));
    }

    private Uni<Boolean> judge(long unit, Look look) {
        hasPassed = OnePageSlices.times(look.page()).stream()
                .anyMatch(time -> Math.abs(Bounds.units(time, settings.unit()) - unit) <= 1);
        return hasPassed ? Uni.createFrom().item(true) : Uni.createFrom().failure(new UpstreamException(wrongUnit()));
    }

    private SourceFailure wrongUnit() {
        return SourceFailure.of(
                FailureType.INCONSISTENT,
                "a row is not found by its time; time-unit is "
                        + settings.unit().text() + ", and the upstream seems to count in the other one");
    }
}
