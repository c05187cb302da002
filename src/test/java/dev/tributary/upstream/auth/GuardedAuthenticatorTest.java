package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Authenticator;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an outcome of a call says about the credential that it was made with. */
class GuardedAuthenticatorTest {
    private static final Credential FIRST = new TokenCredential("1");
    private static final Credential SECOND = new TokenCredential("2");

    private final Standing standing = new Standing("default", new SettableClock(Instant.parse("2026-11-21T09:00:00Z")));
    private final GuardedAuthenticator fixed = guarded(new FixedAuthenticator(FIRST));
    private final GuardedAuthenticator renewing = guarded(new Renewing());

    /** A fixed credential that could be followed by another. */
    private record Renewing() implements Authenticator {
        @Override
        public Uni<Credential> credential() {
            return Uni.createFrom().item(FIRST);
        }

        @Override
        public boolean canRenew(Credential refused) {
            return true;
        }

        @Override
        public Uni<Credential> renewed(Credential refused) {
            return Uni.createFrom().item(SECOND);
        }
    }

    private GuardedAuthenticator guarded(Authenticator credentials) {
        return new GuardedAuthenticator("images", credentials, standing);
    }

    @Test
    void aRefusedCredentialWithoutAnotherRests() {
        fail(fixed, FIRST, FailureType.AUTH);

        assertThat(fixed.restsUntil()).isPresent();
        assertThat(fixed.credential().subscribeAsCompletionStage()).isCompletedExceptionally();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTH")
    void noOtherFailureMakesItRest(FailureType type) {
        fail(fixed, FIRST, type);
        assertThat(fixed.restsUntil()).isEmpty();
    }

    @Test
    void anAnswerEndsTheRest() {
        fail(fixed, FIRST, FailureType.AUTH);
        standing.accepted("images");
        assertThat(fixed.credential().subscribeAsCompletionStage()).isCompletedWithValue(FIRST);
    }

    @Test
    void aCredentialThatCanBeRenewedIsFirstRenewed() {
        fail(renewing, FIRST, FailureType.AUTH);
        fail(renewing, FIRST, FailureType.AUTH); // beside the other, with the same
        assertThat(renewing.restsUntil()).isEmpty();
        assertThat(renewing.renewed(FIRST).subscribeAsCompletionStage()).isCompletedWithValue(SECOND);
    }

    @Test
    void aRenewedCredentialThatIsRefusedTooRestsAndIsNotRenewed() {
        fail(renewing, FIRST, FailureType.AUTH);
        fail(renewing, SECOND, FailureType.AUTH);
        assertThat(renewing.restsUntil()).isPresent();
        assertThat(renewing.renewed(SECOND).subscribeAsCompletionStage()).isCompletedExceptionally();
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "AUTH", "TIMEOUT", "THROTTLED", "UPSTREAM_ERROR"})
    void onlyAMissingPermissionProvesThatTheCredentialIsGood(FailureType type) {
        fail(renewing, FIRST, FailureType.AUTH);
        fail(renewing, SECOND, type);
        fail(renewing, new TokenCredential("3"), FailureType.AUTH);
        assertThat(renewing.restsUntil().isEmpty()).isEqualTo(type == FailureType.FORBIDDEN);
    }

    /** All that were under way when a credential ran out: were the next one refused to each of them, its key is locked. */
    @Test
    void aRenewedCredentialIsTriedByOneCallBeforeTheOthersUseIt() {
        standing.accepted("images");
        for (int call = 0; call < 8; call++) {
            fail(renewing, FIRST, FailureType.AUTH);
        }
        AtomicInteger replayed = new AtomicInteger();
        for (int call = 0; call < 8; call++) {
            renewing.watched(SECOND, () -> {
                        replayed.incrementAndGet();
                        return Uni.createFrom().nothing();
                    })
                    .subscribe()
                    .with(answer -> {});
        }
        assertThat(replayed).hasValue(1);
    }

    private static void fail(GuardedAuthenticator authenticator, Credential credential, FailureType type) {
        SourceFailure failure = SourceFailure.of(type, "failed");
        authenticator
                .watched(credential, () -> Uni.createFrom().failure(new UpstreamException(failure)))
                .subscribe()
                .with(answer -> {}, thrown -> {});
    }
}
