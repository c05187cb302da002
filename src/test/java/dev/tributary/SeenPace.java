package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.Simulator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The calls that arrived at a simulator, for each kind those of its own pace. */
record SeenPace(Collection<List<Instant>> callsOfEachKind) {

    static SeenPace of(Simulator simulator) {
        return new SeenPace(simulator.requests().all().stream()
                .collect(Collectors.groupingBy(
                        SeenRequest::api, Collectors.mapping(SeenRequest::arrivedAt, Collectors.toList())))
                .values());
    }

    int calls() {
        return callsOfEachKind.stream().mapToInt(List::size).sum();
    }

    int callsOfTheBusiestKind() {
        return callsOfEachKind.stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * On a busy machine calls arrive later than their turn was, so many may arrive in one second; but none arrives before
     * its turn.
     *
     * @param begin when the bucket was full, at the earliest
     */
    void assertNoneIsEarly(Instant begin, int perSecond, int burst) {
        for (List<Instant> calls : callsOfEachKind) {
            List<Instant> inOrder = calls.stream().sorted().toList();
            for (int number = burst; number < inOrder.size(); number++) {
                Instant turn = begin.plusMillis(1_000L * (number + 1 - burst) / perSecond);
                assertThat(inOrder.get(number)).as("call %d", number).isAfterOrEqualTo(turn);
            }
        }
    }
}
