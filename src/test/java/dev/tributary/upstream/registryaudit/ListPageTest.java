package dev.tributary.upstream.registryaudit;

import static dev.tributary.upstream.registryaudit.PlayedLists.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Reader;
import dev.tributary.upstream.slice.SampleSettings;
import dev.tributary.upstream.slice.Tally;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pages of three rows meet where nothing can stand between them; a row is told here by its id alone. */
class ListPageTest {
    private static final int SIZE = 3;
    private final Clock clock = Clock.fixed(second(1_000), ZoneOffset.UTC);

    @Test
    void pagesThatShareTwoRowsMeet() {
        assertThat(meet(0, list(1, 2, 3, 4), list(9, 1, 2, 3))).isTrue();
        assertThat(meet(0, list(1, 2, 3, 4), list(2, 3, 4, 5))).isTrue();
    }

    @Test
    void pagesThatShareNoneDoNot() {
        assertThat(meet(0, list(1, 2, 3, 4), list(5, 6, 7, 8))).isFalse();
    }

    /** Twins may stand pages apart: 3 and its twin, with 4 between them that is on neither page. */
    @Test
    void aSingleSharedRowMayBeATwin() {
        assertThat(meet(0, list(1, 2, 3, 4), list(3, 5, 6, 7))).isFalse();
        assertThat(meet(0, list(1, 2, 3, 4), list(5, 2, 6, 7))).isFalse();
    }

    @Test
    void atTheListsEndASingleRowIsEnough() {
        assertThat(meet(0, list(1), list(2, 1))).isTrue();
    }

    @Test
    void aPageMeetsItselfUnlessItIsEmpty() {
        assertThat(meet(0, list(1, 1, 1, 2), list(1, 1, 1, 2))).isTrue();
        assertThat(meet(0, list(1, 1, 1, 2), list(1, 1, 1))).isFalse();
        assertThat(meet(1, list(1, 2, 3), list(4, 5, 6))).isFalse();
    }

    /** One push and one purge between the two looks, in the wrong order, hide a row behind an unchanged total. */
    @Test
    void aPageThatOthersHadAskedForBeforeSaysNothingByItsTotal() {
        Clock earlier = Clock.fixed(second(999), ZoneOffset.UTC);
        ListPage newer = page(0, list(1, 2, 3, 4, 5, 6));
        assertThat(Direction.NEWEST_FIRST.adjoins(newer, page(1, list(1, 2, 3, 4, 5, 6))))
                .isTrue();
        assertThat(Direction.NEWEST_FIRST.adjoins(newer, page(1, list(earlier, 1, 2, 3, 4, 5, 6))))
                .isFalse();
    }

    private PlayedLists list(long... ids) {
        return list(clock, ids);
    }

    private static PlayedLists list(Clock asked, long... ids) {
        return new PlayedLists(SIZE, asked)
                .pulls(LongStream.of(ids).mapToObj(id -> new Row(id, second(0))).toList());
    }

    private boolean meet(int number, PlayedLists before, PlayedLists after) {
        return page(number, before).meets(page(number, after));
    }

    private ListPage page(int number, PlayedLists lists) {
        ReadSettings settings = SampleSettings.of(new SourceId("registry", Kind.REGISTRY_AUDIT, Samples.SCOPE), clock)
                .pageSize(SIZE)
                .build();
        Tally tally = new Tally(Reader.request(new Window(second(0), second(100)), EventOrder.DESC), settings);
        return new ListSizes(new ProvenCache(0, clock))
                .open(lists, settings)
                .get(0) // the pulls
                .page(number, tally)
                .await()
                .indefinitely();
    }
}
