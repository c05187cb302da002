package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackoffTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void waitsDoubleToHalfASecondAndAreJitteredByHalf(long seed) {
        List<Long> waits = waits(seed);
        assertThat(waits.get(0)).isBetween(50L, 100L);
        assertThat(waits.get(1)).isBetween(100L, 200L);
        assertThat(waits.get(2)).isBetween(200L, 400L);
        assertThat(waits.get(3)).isBetween(250L, 500L);
        assertThat(waits.get(4)).isBetween(250L, 500L);
    }

    @Test
    void oneSeedWaitsTheSameEveryTime() {
        assertThat(waits(7)).isEqualTo(waits(7)).isNotEqualTo(waits(8));
    }

    @Test
    void whatTheUpstreamAsksForOnlyLengthensAWait() {
        assertThat(waitAskedFor(Duration.ofSeconds(3))).isEqualTo(3_000);
        assertThat(waitAskedFor(Duration.ofMillis(1))).isBetween(50L, 100L);
    }

    private static List<Long> waits(long seed) {
        Backoff backoff = new Backoff(new Random(seed));
        UpstreamException failed = new UpstreamException(SourceFailure.of(FailureType.UPSTREAM_ERROR, "failed"));
        return Stream.generate(() -> backoff.nextDelayInMillis(failed)).limit(5).toList();
    }

    private static long waitAskedFor(Duration asked) {
        SourceFailure throttled = new SourceFailure(FailureType.THROTTLED, "too often", 429, null, asked);
        return new Backoff(new Random(1)).nextDelayInMillis(new UpstreamException(throttled));
    }
}
