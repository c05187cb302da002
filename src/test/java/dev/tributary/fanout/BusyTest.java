package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source whose page takes all the memory there is, so that queries take turns. */
class BusyTest {
    private final Window window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    private final Ask ask = new Ask(window, EventOrder.DESC);

    @Test
    void aQueryThatFindsNoRoomInTimeIsNotBegun() {
        InMemorySource source = new InMemorySource("images", 100, List.of()).hanging();
        Fanout fanout = ask.fanout(new Sources(List.of(source)), 1, Duration.ofMillis(10));
        Cancellable first =
                fanout.answer(ask.query(), Uni.createFrom()::item).subscribe().with(result -> {});
        assertThat(fanout.answer(ask.query(), Uni.createFrom()::item).await().indefinitely())
                .isEqualTo(new Busy(Duration.ofMillis(10)));
        assertThat(source.asked).hasSize(1);
        first.cancel();
        fanout.answer(ask.query(), Uni.createFrom()::item).subscribe().with(result -> {});
        await().untilAsserted(
                        () -> assertThat(source.asked).hasSize(2)); // who waited in vain leaves on a thread of its own
    }
}
