package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.fanout.QueryConfig;
import dev.tributary.upstream.Configured;
import dev.tributary.upstream.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryChecksTest {

    @Test
    void theDefaultsAreFine() {
        assertThat(QueryChecks.faultsOf(
                        Configured.nothing().as(QueryConfig.class),
                        Configured.fourSources().resolved()))
                .isEmpty();
    }

    /** 2 h 10 min is what a follower of the database's files asks for: settle and overlap together. */
    @ParameterizedTest
    @CsvSource({
        "max-window, 0s",
        "max-window, -PT1S",
        "max-window, 130m",
        "deadline, 0s",
        "max-limit, 0",
        "max-calls, 0",
        "queue-wait, 0s",
        "max-buffered-bytes, 63K"
    })
    void aLimitOutOfItsRangeIsAFault(String key, String value) {
        QueryConfig config = Configured.nothing().with(key, value).as(QueryConfig.class);
        assertThat(QueryChecks.faultsOf(config, Configured.fourSources().resolved()))
                .extracting(Fault::key)
                .containsOnly("tributary." + key);
    }

    @Test
    void aWindowThatHoldsWhatAFollowerAsksForIsFine() {
        QueryConfig config = Configured.nothing().with("max-window", "131m").as(QueryConfig.class);
        assertThat(QueryChecks.faultsOf(config, Configured.fourSources().resolved()))
                .isEmpty();
    }
}
