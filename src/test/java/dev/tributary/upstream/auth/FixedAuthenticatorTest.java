package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.source.FailureType;
import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedAuthenticatorTest {
    private final Credential token = new TokenCredential("MIIexample");
    private final FixedAuthenticator authenticator = new FixedAuthenticator(token);

    @Test
    void configuredTokenIsSentAndNothingElse() {
        OutgoingRequest request = new OutgoingRequest("GET", URI.create("https://host/"), Map.of(), new byte[0]);

        assertThat(token.headersFor(request)).isEqualTo(Map.of("X-Auth-Token", "MIIexample"));
    }

    @Test
    void credentialIsAlwaysTheConfiguredOne() {
        assertThat(authenticator.credential().subscribeAsCompletionStage()).isCompletedWithValue(token);
        assertThat(authenticator.credential().subscribeAsCompletionStage()).isCompletedWithValue(token);
    }

    /** A call that was under way when the secret was replaced. */
    @Test
    void oneThatWasRefusedAfterItHadBeenReplacedIsFollowedByThisOne() {
        Credential before = new TokenCredential("MIIbefore");

        assertThat(authenticator.canRenew(before)).isTrue();
        assertThat(authenticator.renewed(before).subscribeAsCompletionStage()).isCompletedWithValue(token);
    }

    @Test
    void refusedCredentialHasNoOther() {
        assertThat(authenticator.canRenew(token)).isFalse();
        UniAssertSubscriber<Credential> caller =
                authenticator.renewed(token).subscribe().withSubscriber(UniAssertSubscriber.create());

        assertThat(caller.getFailure())
                .isInstanceOfSatisfying(
                        UpstreamException.class,
                        e -> assertThat(e.failure().type()).isEqualTo(FailureType.AUTH));
    }
}
