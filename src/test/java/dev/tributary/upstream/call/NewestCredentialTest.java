package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NewestCredentialTest {
    private final Credential before = request -> Map.of("X-Auth-Token", "before");
    private final Credential after = request -> Map.of("X-Auth-Token", "after");
    private final NewestCredential newest = new NewestCredential();

    /** Its secret was replaced between the moment when a call took it and the moment when that call went out. */
    @Test
    void oneThatAnotherHasFollowedDoesNotComeBack() {
        newest.announce(before);
        newest.announce(after);
        newest.announce(before);
        assertThat(newest.get()).isSameAs(after);
    }

    @Test
    void oneThatWasRefusedIsNotUsedWhileTheFreshOneWaitsForItsTurn() {
        newest.announce(before);
        newest.replace(before, after);
        newest.announce(before);
        assertThat(newest.get()).isSameAs(after);
    }

    @Test
    void aThirdFollowsTheSecond() {
        Credential third = request -> Map.of("X-Auth-Token", "third");
        newest.announce(before);
        newest.announce(after);
        newest.announce(third);
        assertThat(newest.get()).isSameAs(third);
    }
}
