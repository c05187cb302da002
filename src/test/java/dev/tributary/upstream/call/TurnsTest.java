package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls come, leave and are served at random. */
class TurnsTest {
    private static final List<String> SOURCES = List.of("a", "b", "c", "d", "e");
    private final Turns<Call> turns = new Turns<>();
    private final List<Call> waiting = new ArrayList<>(); // as they came
    private final Map<String, Integer> overtaken = new HashMap<>(); // by source: turns of each other since its own

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whoeverStaysIsServedInOrderAndAfterOneCallOfEachOtherSource(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < 5_000; number++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> comes(new Call(SOURCES.get(random.nextInt(SOURCES.size())), number));
                case 2 -> leaves(random);
                default -> served();
            }
        }
        while (!waiting.isEmpty()) {
            served();
        }
        assertThat(turns.isEmpty()).isTrue();
    }

    private void comes(Call call) {
        if (waits(call.source()).isEmpty()) {
            overtaken.put(call.source(), 0);
        }
        waiting.add(call);
        turns.add(call.source(), call);
    }

    private void leaves(Random random) {
        if (!waiting.isEmpty()) {
            Call call = waiting.remove(random.nextInt(waiting.size()));
            turns.remove(call.source(), call);
        }
    }

    private void served() {
        assertThat(turns.isEmpty()).isEqualTo(waiting.isEmpty());
        if (waiting.isEmpty()) {
            return;
        }
        Call next = turns.next();
        assertThat(next).isEqualTo(waits(next.source()).get(0));
        assertThat(overtaken.get(next.source())).isLessThan(SOURCES.size());
        waiting.remove(next);
        overtaken.replaceAll((source, count) -> source.equals(next.source()) ? 0 : count + 1);
    }

    private List<Call> waits(String source) {
        return waiting.stream().filter(call -> call.source().equals(source)).toList();
    }

    private record Call(String source, int number) {}
}
