package dev.tributary.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void oneReadingAloneMaySpendAll() {
        assertThat(spent(new Allowance(clock, Duration.ofSeconds(1), 10), "one"))
                .isEqualTo(10);
    }

    /** Else each request of a walk could spend all it has on many beginnings, for ever. */
    @Test
    void whereManySpendTheLastQuarterIsForTheFirstWhoNeedsIt() {
        Allowance allowance = new Allowance(clock, Duration.ofSeconds(1), 200);
        IntStream.range(0, 150).forEach(call -> allowance.takeCall("source " + call % 64));
        assertThat(spent(allowance, "first")).isEqualTo(50);
        assertThat(spent(allowance, "second")).isZero();
    }

    @Test
    void nothingIsLeftWhenTheTimeIsOver() {
        assertThat(spent(new Allowance(clock, Duration.ZERO, 10), "one")).isZero();
    }

    @Test
    void timeLeftIsNeverNegative() {
        assertThat(new Allowance(clock, Duration.ofSeconds(-5), 10).timeLeft()).isZero();
    }

    private static int spent(Allowance allowance, Object reading) {
        return (int) IntStream.range(0, 1_000)
                .filter(call -> allowance.takeCall(reading))
                .count();
    }
}
