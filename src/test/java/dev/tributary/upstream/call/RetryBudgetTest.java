package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget();

    @Test
    void tenCallsMayBeRepeatedAtOnce() {
        assertThat(granted(20)).isEqualTo(10);
    }

    @Test
    void inTheLongRunOneCallInTenIsRepeated() {
        granted(20);
        long repeated = 0;
        for (int call = 0; call < 1_000; call++) {
            budget.earn();
            repeated += granted(1);
        }
        assertThat(repeated).isEqualTo(100);
    }

    @Test
    void aRestDoesNotSaveUpMoreThanTen() {
        IntStream.range(0, 1_000).forEach(call -> budget.earn());
        assertThat(granted(20)).isEqualTo(10);
    }

    private long granted(int asked) {
        return IntStream.range(0, asked).filter(one -> budget.spend()).count();
    }
}
