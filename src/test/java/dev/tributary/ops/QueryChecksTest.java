package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.http.WritingConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryChecksTest {

    @Test
    void theDefaultsAreFine() {
        assertThat(faults(Configured.nothing())).isEmpty();
    }

    /** 2 h 10 min is what a follower of the database's files asks for: settle and overlap together. */
    @ParameterizedTest
    @CsvSource({
        "max-window, 0s",
        "max-window, -PT1S",
        "max-window, 130m",
        "deadline, 0s",
        "deadline, 60s",
        "write-timeout, 0s",
        "max-limit, 0",
        "max-calls, 0",
        "max-queries, 0",
        "queue-wait, 0s",
        "max-buffered-bytes, 63K"
    })
    void aLimitOutOfItsRangeIsAFault(String key, String value) {
        assertThat(faults(Configured.nothing().with(key, value)))
                .extracting(Fault::key)
                .containsOnly("tributary." + key);
    }

    @Test
    void aWindowThatHoldsWhatAFollowerAsksForIsFine() {
        assertThat(faults(Configured.nothing().with("max-window", "131m"))).isEmpty();
    }

    private static List<Fault> faults(Configured keys) {
        return QueryChecks.faultsOf(
                keys.as(QueryConfig.class),
                keys.as(WritingConfig.class),
                Duration.ofMinutes(1),
                Configured.fourSources().resolved());
    }
}
