package dev.tributary.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shuffle holds every number once, and knows its way back. */
class PermutationTest {
    @ParameterizedTest(name = "size {0}")
    @ValueSource(longs = {1, 2, 3, 5, 16, 17, 64, 65, 1000})
    void everyNumberComesOnceAndFindsItsWayBack(long size) {
        Permutation permutation = new Permutation(42, size);

        assertThat(LongStream.range(0, size).map(permutation::of).sorted())
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
        assertThat(LongStream.range(0, size).map(permutation::of).map(permutation::inverseOf))
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }
}
