package dev.tributary.fanout;

import static dev.tributary.fanout.Pages.FORBIDDEN;
import static dev.tributary.fanout.Pages.TIMEOUT;
import static dev.tributary.fanout.Pages.answer;
import static dev.tributary.fanout.Pages.first;
import static dev.tributary.fanout.Pages.refusal;
import static dev.tributary.fanout.Pages.source;
import static dev.tributary.fanout.Pages.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tributary.source.Sources;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a page ends, it closes each of its readings once. */
class ReadingsClosedTest {
    private final InMemorySource a = source("a", 95, 65, 35, 5);
    private final InMemorySource b = source("b", 85, 55, 25);

    @Test
    void byAnAnswer() {
        answer(first(), a, b);
        assertClosed(1);
        answer(first().limit(1), a, b);
        assertClosed(2);
    }

    @Test
    void byAnAnswerWithoutOneThatFailed() {
        answer(first(), a.failingAt(95, TIMEOUT), b);
        assertClosed(1);
    }

    @Test
    void byARefusal() {
        refusal(first(), a.failingAt(95, TIMEOUT), b.failingAt(95, FORBIDDEN));
        assertClosed(1);
    }

    @Test
    void byAClientThatGoesAway() {
        Cancellable page = first().pending(new Sources(List.of(a, b.hanging())))
                .subscribe()
                .with(answer -> {});
        assertClosed(0);
        page.cancel();
        page.cancel();
        assertClosed(1);
    }

    @Test
    void byAnAnswerThatNobodyWaitsForAnyMore() {
        Cancellable page =
                first().pending(new Sources(List.of(a, b))).subscribe().with(answer -> {});
        page.cancel();
        assertClosed(1);
    }

    @Test
    void byADefect() {
        assertThatIllegalStateException().isThrownBy(() -> answer(first(), a, b.defective()));
        assertClosed(1);
    }

    private void assertClosed(int times) {
        assertThat(a.closed).isEqualTo(times);
        assertThat(b.closed).isEqualTo(times);
    }
}
