package dev.tributary.upstream.auth;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that run until the test ends them; a tick of the clock is the test's too. */
class StandingTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final SourceFailure REFUSAL =
            new SourceFailure(FailureType.AUTH, "refused", 401, "APIGW.0301", null);

    private final SettableClock clock = new SettableClock(MORNING);
    private final Standing standing = new Standing("default", clock);
    private final List<UniEmitter<? super String>> underWay = new ArrayList<>();

    @Test
    void fourCallsGoOutBeforeOneIsAccepted() {
        call("a");
        call("b");
        call("c");
        call("d");
        call("e");
        call("a");
        assertThat(underWay).hasSize(4);

        standing.accepted("a");
        assertThat(underWay).hasSize(6);
    }

    @Test
    void aCallThatEndsUnheardMakesRoomForOne() {
        List.of("a", "b", "c", "d", "e", "f").forEach(this::call);
        underWay.get(0).fail(new IllegalStateException("timeout"));
        assertThat(underWay).hasSize(5);
    }

    @Test
    void onlyTheUserThatWasRefusedRestsAtFirst() {
        standing.accepted("a");
        standing.refused("b", REFUSAL);

        UniAssertSubscriber<String> refused = call("b");
        call("a");

        assertThat(underWay).hasSize(1);
        SourceFailure failure = failure(refused);
        assertThat(failure.type()).isEqualTo(FailureType.AUTH);
        assertThat(failure.upstreamStatus()).isEqualTo(401);
        assertThat(failure.upstreamCode()).isEqualTo("APIGW.0301");
        assertThat(failure.retryAfter()).isEqualTo(ofMinutes(1));
        assertThat(standing.restsUntil("a")).isEmpty();
    }

    @Test
    void theOthersGoOneAtATimeUntilOneOfThemIsAccepted() {
        standing.accepted("a");
        standing.refused("b", REFUSAL);
        call("a");
        call("c");
        call("d");
        assertThat(underWay).hasSize(1);

        standing.accepted("a");
        assertThat(underWay).hasSize(3);
    }

    @Test
    void allRestWhenASecondUserIsRefusedToo() {
        standing.refused("a", REFUSAL);
        standing.refused("b", REFUSAL);

        assertThat(failure(call("c")).retryAfter()).isEqualTo(ofMinutes(1));
        assertThat(underWay).isEmpty();
        assertThat(standing.restsUntil("c")).contains(MORNING.plus(ofMinutes(1)));
    }

    @Test
    void twoRefusalsWithAnAcceptanceBetweenThemSayNothingAboutTheOthers() {
        standing.refused("a", REFUSAL);
        standing.accepted("c");
        standing.refused("b", REFUSAL);

        call("c");

        assertThat(underWay).hasSize(1);
    }

    @Test
    void whoeverWaitsWhenARestBeginsHearsOfItAtOnce() {
        List.of("a", "b", "c", "d").forEach(this::call);
        UniAssertSubscriber<String> waiting = call("e");
        standing.refused("a", REFUSAL);
        waiting.assertNotTerminated();

        standing.refused("b", REFUSAL);

        assertThat(failure(waiting).type()).isEqualTo(FailureType.AUTH);
        assertThat(underWay).hasSize(4);
    }

    @Test
    void oneCallTriesTheCredentialAfterARest() {
        allRest();
        clock.advance(ofMinutes(1));

        call("a");
        call("b");

        assertThat(underWay).hasSize(1);
    }

    @Test
    void aRestIsTwiceAsLongEachTimeAndAnHourAtMost() {
        allRest();
        List<Duration> rests = new ArrayList<>();
        for (int times = 0; times < 9; times++) {
            Duration rest = failure(call("a")).retryAfter();
            rests.add(rest);
            clock.advance(rest);
            standing.refused("a", REFUSAL);
        }

        assertThat(rests)
                .containsExactly(
                        ofMinutes(1),
                        ofMinutes(2),
                        ofMinutes(4),
                        ofMinutes(8),
                        ofMinutes(16),
                        ofMinutes(32),
                        ofHours(1),
                        ofHours(1),
                        ofHours(1));
    }

    @Test
    void anAcceptedCallEndsAllRestsAndTheirGrowth() {
        allRest();
        clock.advance(ofMinutes(1));
        standing.refused("a", REFUSAL);
        clock.advance(ofMinutes(2));
        standing.accepted("a");

        call("a");
        call("b");
        assertThat(underWay).hasSize(2);

        allRest();
        assertThat(failure(call("a")).retryAfter()).isEqualTo(ofMinutes(1));
    }

    /** They were sent before the rest began. */
    @Test
    void refusalsDuringARestDoNotLengthenIt() {
        allRest();
        clock.advance(ofSeconds(1));
        standing.refused("a", REFUSAL);
        standing.refused("c", REFUSAL);

        assertThat(standing.restsUntil("d")).contains(MORNING.plus(ofMinutes(1)));
    }

    @Test
    void anUnansweredUserRestsForASecondAndNobodyElse() {
        standing.unanswered("a", REFUSAL);

        assertThat(failure(call("a")).retryAfter()).isEqualTo(ofSeconds(1));
        call("b");
        assertThat(underWay).hasSize(1);
    }

    private void allRest() {
        standing.refused("a", REFUSAL);
        standing.refused("b", REFUSAL);
    }

    private UniAssertSubscriber<String> call(String user) {
        return standing.in(user, () -> Uni.createFrom().<String>emitter(underWay::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static SourceFailure failure(UniAssertSubscriber<String> call) {
        assertThat(call.getFailure()).isInstanceOf(UpstreamException.class);
        return ((UpstreamException) call.getFailure()).failure();
    }
}
