package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Users of whom many look at the same few windows. */
record PollingUsers(int count, ExecutorService users) {
    private static final int WINDOWS = 16;
    private static final Duration LENGTH = Duration.ofMinutes(3);

    /** Each polls his window three times; all that see one window see the same. */
    Map<String, List<String>> poll(Replicas replicas) {
        List<CompletableFuture<Map.Entry<String, List<String>>>> polls = IntStream.range(0, 3 * count)
                .mapToObj(poll -> CompletableFuture.supplyAsync(() -> seen(replicas, window(poll)), users))
                .toList();
        return polls.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, PollingUsers::same));
    }

    private static Map.Entry<String, List<String>> seen(Replicas replicas, String window) {
        Api.Reply reply = replicas.next().get(window);
        assertThat(Replicas.outcome(reply)).isEqualTo("200 true");
        return Map.entry(window, reply.events().stream().map(Walk::marker).toList());
    }

    private static List<String> same(List<String> one, List<String> other) {
        assertThat(other).isEqualTo(one);
        return one;
    }

    /** Each asks once for what nothing is remembered of. */
    List<String> outcomesAnew(Replicas replicas) {
        List<CompletableFuture<String>> outcomes = IntStream.range(0, count)
                .mapToObj(user -> CompletableFuture.supplyAsync(
                        () -> Replicas.outcome(replicas.next().getAnew(window(user))), users))
                .toList();
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private static String window(int user) {
        Instant from = World.FROM.plus(LENGTH.multipliedBy(user % WINDOWS));
        return "/events?limit=50&from=" + from + "&to=" + from.plus(LENGTH);
    }
}
