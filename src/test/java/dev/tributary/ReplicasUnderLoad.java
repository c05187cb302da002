package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Users that ask for another part of the log every time, so that none is remembered. Closing fails if one was told wrong. */
final class ReplicasUnderLoad implements AutoCloseable {
    private final Replicas replicas;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger right = new AtomicInteger();
    private final List<CompletableFuture<Void>> asking;

    ReplicasUnderLoad(Replicas replicas, ExecutorService users, int count) {
        this.replicas = replicas;
        this.asking = IntStream.range(0, count)
                .mapToObj(user -> CompletableFuture.runAsync(() -> ask(new Random(user)), users))
                .toList();
    }

    private void ask(Random random) {
        while (!isOver.get()) {
            SettledLog.Part part = SettledLog.Part.at(random.nextDouble(), random.nextDouble());
            Api.Reply reply = replicas.next().get(part.address());
            assertThat(Replicas.outcome(reply)).isEqualTo("200 true");
            assertThat(reply.events()).extracting(Walk::marker).containsExactlyElementsOf(part.markers());
            right.incrementAndGet();
        }
    }

    /** So far. */
    int rightAnswers() {
        return right.get();
    }

    void goesOn() {
        int before = rightAnswers();
        await().until(() -> rightAnswers() > before + 20 || asking.stream().anyMatch(CompletableFuture::isDone));
    }

    @Override
    public void close() {
        isOver.set(true);
        asking.forEach(CompletableFuture::join);
    }
}
