package dev.tributary.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SharedMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SharedMetrics metrics = new SharedMetrics(registry);

    /** Else an alert could not tell a store in trouble from one that nobody wants. */
    @Test
    void theStateIsNoNumberUntilAStoreIsTried() {
        assertThat(state()).isNaN();
        metrics.shares(false);
        assertThat(state()).isZero();
        metrics.shares(true);
        assertThat(state()).isEqualTo(1);
    }

    private double state() {
        return registry.get("tributary.shared.state").gauge().value();
    }
}
