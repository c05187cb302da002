package dev.tributary.fanout;

import static dev.tributary.fanout.Pages.answer;
import static dev.tributary.fanout.Pages.first;
import static dev.tributary.fanout.Pages.refusal;
import static dev.tributary.fanout.Pages.report;
import static dev.tributary.fanout.Pages.source;
import static dev.tributary.fanout.Pages.times;
import static dev.tributary.fanout.Pages.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.fanout.SourceReport.Status;
import dev.tributary.source.FailureType;
import org.junit.jupiter.api.Test;

/** Sources that come and go while a walk is under way. */
class ChangedConfigurationTest {
    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);

    @Test
    void aSourceThatIsNoLongerConfiguredIsAGap() {
        Answer page = answer(first().limit(1), a, b);
        Answer next = answer(first().from(page), b);
        assertThat(times(next)).containsExactly(85L, 55L, 25L);
        assertThat(report(next.sources(), "a").error().type()).isEqualTo(FailureType.NOT_FOUND);
        assertThat(report(next.sources(), "a").gaps())
                .extracting(NamedGap::window)
                .containsExactly(window(0, 96));
        assertThat(next.complete()).isFalse();
    }

    @Test
    void aSourceThatIsNoLongerConfiguredFailsARequestThatAllowsNoGap() {
        Answer page = answer(first().limit(1), a, b);
        Refusal refusal = refusal(first().from(page).partial(PartialMode.DENY), b);
        assertThat(refusal.without().isWhole()).isTrue();
    }

    @Test
    void aSourceAddedInMidWalkStaysOutOfIt() {
        Answer page = answer(first().limit(1), a);
        Answer next = answer(first().from(page), a, b);
        assertThat(times(next)).containsExactly(65L, 35L, 5L);
        assertThat(report(next.sources(), "b").status()).isEqualTo(Status.SKIPPED);
        assertThat(next.complete()).isTrue();
    }
}
