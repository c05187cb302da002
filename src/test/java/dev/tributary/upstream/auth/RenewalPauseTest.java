package dev.tributary.upstream.auth;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often an issuer is asked that has nothing better, by a service that makes a call every second. */
class RenewalPauseTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    private final SettableClock clock = new SettableClock(MORNING);
    private final List<Instant> asked = new ArrayList<>();
    private Supplier<Uni<Issued>> answer = () -> Uni.createFrom().item(credentialFor(ofMinutes(60)));
    private final RenewingAuthenticator authenticator =
            new RenewingAuthenticator(this::issue, new LoginGuard("login", new Standing("default", clock)), clock);

    /** More than five refusals in a row lock a user or a key. */
    @Test
    void failingRenewalIsTriedFourTimesUntilTheOldCredentialExpires() {
        credential();
        answer = () -> Uni.createFrom().failure(refusal());

        callsEverySecondFor(ofMinutes(60));

        assertThat(asked).containsExactlyElementsOf(minutesAfterMorning(0, 20, 30, 40, 50));
    }

    @Test
    void issuerThatRecoversIsBelieved() {
        Credential old = credential();
        answer = () -> Uni.createFrom().failure(refusal());
        callsEverySecondFor(ofMinutes(25));
        answer = () -> Uni.createFrom().item(credentialFor(ofMinutes(60)));
        callsEverySecondFor(ofMinutes(6));

        assertThat(credential()).isNotSameAs(old);
        assertThat(asked).containsExactlyElementsOf(minutesAfterMorning(0, 20, 30));
    }

    /** A service may have new keys later than we would like: these are due as soon as they come. */
    @Test
    void issuerThatGivesTheSameCredentialAgainIsNotAskedByEveryCall() {
        Instant end = MORNING.plus(ofMinutes(40));
        answer = () ->
                Uni.createFrom().item(Issued.until(end, new TokenCredential("token"), clock.instant(), ofMinutes(40)));

        callsEverySecondFor(ofMinutes(20));

        assertThat(asked).hasSizeLessThanOrEqualTo(4);
    }

    private Uni<Issued> issue() {
        asked.add(clock.instant());
        return answer.get();
    }

    private Issued credentialFor(Duration life) {
        Instant now = clock.instant();
        return Issued.until(now.plus(life), new TokenCredential("token"), now, ofMinutes(40));
    }

    private void callsEverySecondFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            credential();
            clock.advance(ofSeconds(1));
        }
    }

    private Credential credential() {
        return authenticator.credential().await().atMost(ofSeconds(30));
    }

    private static List<Instant> minutesAfterMorning(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(minute -> MORNING.plus(ofMinutes(minute)))
                .toList();
    }

    private static UpstreamException refusal() {
        return new UpstreamException(SourceFailure.of(FailureType.AUTH, "refused"));
    }
}
