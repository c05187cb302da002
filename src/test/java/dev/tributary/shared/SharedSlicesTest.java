package dev.tributary.shared;

import static dev.tributary.shared.RealStore.PATIENCE;
import static dev.tributary.shared.RealStore.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.event.Kind;
import dev.tributary.event.SampleEvents;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.SettledSlices.ShelfId;
import dev.tributary.upstream.slice.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one replica has proven, and others find. */
class SharedSlicesTest {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Instant TIME = SampleEvents.TIME;
    private static final Window HOUR = new Window(TIME.minusSeconds(1_800), TIME.plusSeconds(1_800));
    private static final Slice.Proven SLICE = new Slice.Proven(
            HOUR, List.of(SampleEvents.imageLog()), 1, 0, HOUR.to().plusSeconds(3_600), 800);
    private static final ShelfId SHELF =
            new ShelfId(new SourceId("images", Kind.IMAGE_LOG, SampleEvents.IMAGES), List.of("default"));

    @RegisterExtension
    static final RealStore real = new RealStore();

    @Test
    void aSliceIsFoundByAnyTimeWithinIt() {
        real.slices("a").put(SHELF, SLICE, LIFE);
        await().until(() -> found("b").isPresent());
        assertThat(found("b", HOUR.from())).contains(SLICE);
        assertThat(found("b", HOUR.to().minusMillis(1))).contains(SLICE);
        assertThat(found("b", HOUR.to())).isEmpty();
        assertThat(found("b", HOUR.from().minusMillis(1))).isEmpty();
    }

    @Test
    void replicasThatDifferInWhatTheyAskShareNothing() {
        real.slices("a").put(SHELF, SLICE, LIFE);
        await().until(() -> found("b").isPresent());
        ShelfId other = new ShelfId(SHELF.source(), List.of("other"));
        assertThat(real.slices("b").find(other, TIME, Duration.ZERO).await().atMost(PATIENCE))
                .isEmpty();
    }

    @Test
    void whoLooksWhileAnotherReadsWaitsForWhatHeBrings() {
        assertThat(found("a")).isEmpty();
        CompletableFuture<Optional<Slice.Proven>> waiting =
                real.slices("b").find(SHELF, TIME, PATIENCE).subscribeAsCompletionStage();
        assertThat(waiting).isNotDone();
        real.slices("a").put(SHELF, SLICE, LIFE);
        assertThat(waiting.orTimeout(5, TimeUnit.SECONDS).join()).contains(SLICE);
    }

    /** The one who was to read has died. */
    @Test
    void whoWaitsInVainReadsHimself() {
        assertThat(found("a")).isEmpty();
        assertThat(real.slices("b").find(SHELF, TIME, PATIENCE).await().atMost(PATIENCE))
                .isEmpty();
        assertThat(real.slices("a").find(SHELF, TIME, Duration.ZERO).await().atMost(PATIENCE))
                .isEmpty();
    }

    @Test
    void whatIsDamagedIsReadAnewAndPutAnew() {
        real.slices("a").put(SHELF, SLICE, LIFE);
        await().until(() -> found("b").isPresent());
        String name = HOUR.from().toEpochMilli() + ":" + HOUR.to().toEpochMilli();
        real.redis().ask("SET " + Keys.shelf(SHELF) + ":" + name + " garbage");
        assertThat(found("b")).isEmpty();
        assertThat(real.told()).contains(SharedMeter.Slices.DAMAGED);
        real.slices("b").put(SHELF, SLICE, LIFE);
        await().until(() -> found("a").isPresent());
    }

    @Test
    void garbageUnderAShelfsKeysIsRemoved() {
        List<String> garbage =
                List.of("SET %s x", "ZADD %s 1 x", "RPUSH %s x", "RPUSH %s:lease:" + TIME.toEpochMilli() + " x");
        for (String command : garbage) {
            real.redis().ask("FLUSHALL");
            real.redis().ask(command.formatted(Keys.shelf(SHELF)));
            assertThat(found("a")).as(command).isEmpty();
            real.slices("a").put(SHELF, SLICE, LIFE);
            await(command).until(() -> found("b").isPresent());
        }
    }

    @Test
    void nothingIsKeptForEver() {
        take(real.bucket(10, 5), 3);
        real.slices("a").put(SHELF, SLICE, LIFE);
        await().until(() -> found("b").isPresent());
        found("b", HOUR.to().plusSeconds(1));
        List<String> keys = real.redis()
                .ask("KEYS *")
                .lines()
                .filter(line -> line.startsWith("tributary:"))
                .toList();
        assertThat(keys)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(key -> assertThat(real.redis().ask("TTL " + key)).doesNotStartWith(":-1"));
    }

    private Optional<Slice.Proven> found(String replica) {
        return found(replica, TIME);
    }

    private Optional<Slice.Proven> found(String replica, Instant time) {
        return real.slices(replica).find(SHELF, time, Duration.ZERO).await().atMost(PATIENCE);
    }
}
