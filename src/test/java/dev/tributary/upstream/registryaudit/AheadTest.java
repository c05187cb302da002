package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Scan;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.Advance.Found;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the next span is begun: spans of a second each, oldest first, of a window of five. */
class AheadTest {
    private final List<Integer> begun = new ArrayList<>();

    @Test
    void theFirstPullReadsNothingAhead() {
        next(ahead(1_000), 0);
        assertThat(begun).containsExactly(0);
    }

    @Test
    void fromTheSecondOnTheNextSpanIsUnderWayAndIsTheOneThatIsGivenNext() {
        Ahead ahead = ahead(1_000);
        next(ahead, 0);
        next(ahead, 1);
        assertThat(begun).containsExactly(0, 1, 2);
        assertThat(next(ahead, 2).span()).isEqualTo(second(2));
        assertThat(begun).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingIsReadBehindTheWindow() {
        Ahead ahead = ahead(1_000);
        for (int place = 0; place < 5; place++) {
            next(ahead, place);
        }
        assertThat(begun).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void norForAQueryThatHasWhatItWants() {
        Ahead ahead = ahead(0);
        next(ahead, 0);
        next(ahead, 1);
        assertThat(begun).containsExactly(0, 1);
    }

    @Test
    void norForOneThatIsOver() {
        Ahead ahead = ahead(1_000);
        next(ahead, 0);
        ahead.close();
        next(ahead, 1);
        assertThat(begun).containsExactly(0, 1);
    }

    private Ahead ahead(long wanted) {
        Window window = new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(5));
        Allowance allowance = new Allowance(Clock.systemUTC(), Duration.ofHours(1), 100);
        ReadRequest request =
                new ReadRequest(window, EventOrder.ASC, wanted, Freshness.CACHED, Scan.NEEDED, Hints.none(), allowance);
        return new Ahead(new Seconds(), request);
    }

    private static Found next(Ahead ahead, int place) {
        return ahead.next(Instant.EPOCH.plusSeconds(place)).await().indefinitely();
    }

    private static Window second(int number) {
        return new Window(Instant.EPOCH.plusSeconds(number), Instant.EPOCH.plusSeconds(number + 1L));
    }

    private final class Seconds implements Advance {
        @Override
        public Uni<Found> next(Instant place) {
            int number = (int) place.getEpochSecond();
            begun.add(number);
            return Uni.createFrom().item(new Found(second(number), List.of(), List.of(), 0, place, 0, false));
        }

        @Override
        public int held() {
            return 0;
        }
    }
}
