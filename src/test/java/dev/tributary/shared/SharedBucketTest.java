package dev.tributary.shared;

import static dev.tributary.shared.RealStore.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.upstream.call.Bucket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pace of all replicas, and that of one when the others are out of sight. */
class SharedBucketTest {
    @RegisterExtension
    static final RealStore real = new RealStore();

    @Test
    void aBurstIsOfAllReplicasTogether() {
        assertThat(take(real.bucket(1, 5), 3)).isEqualTo(new Bucket.Grant(3, Duration.ZERO));
        assertThat(take(real.bucket(1, 5), 3)).isEqualTo(new Bucket.Grant(2, Duration.ZERO));
    }

    @Test
    void whoFindsItEmptyIsPromisedTheNextTurnThatIsNobodys() {
        take(real.bucket(1, 2), 2);
        Bucket.Grant first = take(real.bucket(1, 2), 9);
        Bucket.Grant second = take(real.bucket(1, 2), 9);
        assertThat(List.of(first, second)).extracting(Bucket.Grant::turns).containsOnly(1);
        assertThat(first.after()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(second.after().minus(first.after())).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
    }

    @Test
    void aPauseIsOfAllReplicas() {
        real.bucket(1_000, 5).pause(Duration.ofSeconds(30));
        await().until(() -> take(real.bucket(1_000, 5), 1).after().compareTo(Duration.ofSeconds(20)) > 0);
    }

    /** What somebody else put there, a clock that was set back, nonsense that looks like a number. */
    @Test
    void garbageUnderThePacesKeyIsOverwritten() {
        for (String garbage :
                List.of("SET %s x", "SET %s nan", "SET %s 9e99", "SET %s -inf", "RPUSH %s x", "HSET %s x y")) {
            real.redis().ask("FLUSHALL");
            real.redis().ask(garbage.formatted(Keys.pace("group")));
            assertThat(take(real.bucket(10, 5), 9)).as(garbage).isEqualTo(new Bucket.Grant(5, Duration.ZERO));
        }
    }

    @Test
    void withoutAStoreEachReplicaHasItsPart() {
        Bucket bucket = real.bucket(1_000, 8);
        real.redis().kill();
        await().until(() -> !real.store().isWell());
        assertThat(take(bucket, 9)).as("its own part: a quarter").isEqualTo(new Bucket.Grant(2, Duration.ZERO));
        real.redis().restart();
        await().until(real.store()::isWell);
        assertThat(take(bucket, 9)).isEqualTo(new Bucket.Grant(8, Duration.ZERO));
    }
}
