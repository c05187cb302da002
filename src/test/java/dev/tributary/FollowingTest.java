package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events arrive as late as {@code settle} and {@code overlap} allow, upstream calls fail, the follower's connections
 * break and it crashes: in the end it has stored every event once.
 */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(FollowingProfile.class)
class FollowingTest extends FrontDoorTest {
    /** Keeps worlds apart, audit files being sought the furthest around a window. */
    private static final Duration APART = Duration.ofDays(1);

    private static final List<Fault> FAULTS =
            List.of(Fault.status(500, "X.1"), Fault.status(503, "X.1"), Fault.reset(), Fault.truncated());

    @Inject
    FollowedClock clock;

    static LongStream seeds() {
        return Seeds.of(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyEventIsStoredOnceWhateverHappens(long seed) {
        clock.advance(APART);
        Random random = new Random(seed);
        LateWorld world = FollowingProfile.world(seed, clock.instant());
        world.playedBy(simulator, clock::afterALittle);
        world.lists().forEach(list -> failAtRandom(list, random));
        Follower follower = new Follower(world.address(), random, 0.05);

        while (clock.instant().isBefore(world.to)) {
            follower.round(api);
            clock.advance(pause(random));
        }
        simulator.heals();
        follower.isSafeFromNowOn();
        catchUp(follower, world);

        assertThat(follower.markers()).containsExactlyInAnyOrderElementsOf(world.markers());
    }

    private void failAtRandom(Identity list, Random random) {
        IntStream.rangeClosed(1, 200)
                .filter(call -> random.nextInt(15) == 0)
                .forEach(call -> simulator.fault(list, Calls.number(call), FAULTS.get(random.nextInt(FAULTS.size()))));
    }

    /** Mostly short, so that polls meet what was read for the one before; seldom longer than one window. */
    private static Duration pause(Random random) {
        long longest = List.of(100L, 900L, 3_000L, 9_000L, 30_000L).get(random.nextInt(5));
        return Duration.ofMillis(random.nextLong(longest));
    }

    private void catchUp(Follower follower, LateWorld world) {
        for (int rounds = 0; follower.from().isBefore(world.to); rounds++) {
            assertThat(rounds)
                    .as("rounds to catch up, now at %s", follower.from())
                    .isLessThan(10);
            clock.advance(FollowingProfile.SETTLE.plus(FollowingProfile.OVERLAP));
            follower.round(api);
        }
    }
}
