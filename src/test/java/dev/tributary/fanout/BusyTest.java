package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.event.Event;
import dev.tributary.event.EventOrder;
import dev.tributary.source.Sources;
import dev.tributary.source.Window;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Queries that find no room, beside those that hold it all. */
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

    @Test
    void noMoreQueriesReadAtATimeThanAllowed() {
        InMemorySource source = new InMemorySource("images", 100, List.of()).hanging();
        Fanout fanout = ask.fanout(new Sources(List.of(source)), 2);
        List<Cancellable> begun = Stream.of(fanout, fanout)
                .map(one -> one.answer(ask.query(), Uni.createFrom()::item)
                        .subscribe()
                        .with(result -> {}))
                .toList();
        assertThat(fanout.answer(ask.query(), Uni.createFrom()::item).await().indefinitely())
                .isInstanceOf(Busy.class);
        assertThat(source.asked).hasSize(2);
        begun.get(0).cancel();
        fanout.answer(ask.query(), Uni.createFrom()::item).subscribe().with(result -> {});
        await().untilAsserted(() -> assertThat(source.asked).hasSize(3));
    }

    /** A client may take its time: its query has been read, and another's turn has come. */
    @Test
    void aPageThatIsOnItsWayToItsClientKeepsNobodyFromReading() {
        Fanout fanout = ask.fanout(new Sources(List.of(new InMemorySource("images", 100, List.of()))), 1);
        fanout.answer(ask.query(), page -> Uni.createFrom().nothing())
                .subscribe()
                .with(never -> {});
        assertThat(fanout.answer(ask.query(), Uni.createFrom()::item).await().indefinitely())
                .isInstanceOf(Answer.class);
    }

    @Test
    void halfOfThemIsLeftToPagesHoweverManyExportsThereAre() {
        InMemorySource source = new InMemorySource("images", 100, List.of()).hanging();
        Fanout fanout = ask.fanout(new Sources(List.of(source)), 4);
        for (int i = 0; i < 4; i++) {
            fanout.export(ask.query(), new NobodysSink()).subscribe().with(result -> {});
        }
        assertThat(fanout.export(ask.query(), new NobodysSink()).await().indefinitely())
                .isInstanceOf(Busy.class);
        assertThat(source.asked).hasSize(2);
        fanout.answer(ask.query(), Uni.createFrom()::item).subscribe().with(result -> {});
        assertThat(source.asked).hasSize(3);
    }

    private record NobodysSink() implements EventSink {
        @Override
        public Uni<Void> events(List<Event> events) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> progress(Answer step) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public boolean isInAHurry() {
            return false;
        }
    }
}
