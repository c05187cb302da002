package dev.tributary.http;

import static dev.tributary.http.Requests.NOW;
import static dev.tributary.http.Requests.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.PartialMode;
import dev.tributary.fanout.Query;
import dev.tributary.source.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code to=settled} asks for, and the address at which a follower goes on. */
class FollowTest {
    private static final Instant SETTLED = NOW.minus(Duration.ofMinutes(5)); // as the fake sources settle

    @Test
    void settledIsAsFarBackAsTheSlowestSourceNeeds() {
        assertThat(accepted("from=now-1h&to=settled").query().window())
                .isEqualTo(new Window(NOW.minus(Duration.ofHours(1)), SETTLED));
    }

    @Test
    void fromDefaultsToOneHourBeforeSettled() {
        assertThat(accepted("to=settled").query().window())
                .isEqualTo(new Window(SETTLED.minus(Duration.ofHours(1)), SETTLED));
    }

    @Test
    void sourcesThatAreNotAskedHoldNobodyBack() {
        assertThat(accepted("to=settled&source=images&kind=cluster-event")
                        .query()
                        .window()
                        .to())
                .isEqualTo(NOW);
    }

    @Test
    void whoHasCaughtUpAsksForNothing() {
        Instant from = NOW.minusSeconds(1);
        assertThat(accepted("to=settled&from=" + from).query().window()).isEqualTo(new Window(from, from));
    }

    @Test
    void whoIsFarBehindAsksForTheLongestWindow() {
        Window window = accepted("to=settled&from=2026-01-01T00:00:00Z").query().window();
        assertThat(window.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(window.length()).hasDays(31);
    }

    @Test
    void followIsTheSameQueryOldestFirstWithoutGapsFromThereOn() {
        String address = accepted("from=now-1h&source=images&source=prod*&limit=7&include=raw")
                .frozen()
                .follow(SETTLED);

        assertThat(address).startsWith("/events?");
        EventsRequest followed = accepted(address.substring("/events?".length()));
        Query query = followed.query();
        assertThat(query.window().from()).isEqualTo(SETTLED);
        assertThat(query.order()).isEqualTo(EventOrder.ASC);
        assertThat(query.partial()).isEqualTo(PartialMode.DENY);
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.filter().matches(SampleEvents.registryAudit())).isFalse();
        assertThat(followed.frozen().parameters())
                .containsEntry("source", List.of("images", "prod*"))
                .containsEntry("include", List.of("raw"));
    }

    @Test
    void aQueryTooLongToBeFollowedIsRefusedAtOnce() {
        String long3 = "中".repeat(1_500); // nine characters each in an address, four in a cursor
        assertThat(Requests.violations("q=" + long3))
                .extracting(Violation::parameter)
                .containsExactly("q");
    }
}
