package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.upstream.registryaudit.PlayedLists.Row;
import dev.tributary.upstream.slice.ProvenCache;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list is read in pages of one size by one query, and of another size by another. */
class ListSizesTest extends Scans {
    private final ListSizes sizes = new ListSizes(new ProvenCache(1_000_000, clock));

    @Test
    void whatOneSizeShowsToBeWrongIsServedByNoOther() {
        List<Row> rows = fallingFrom(95, 30);
        Reader small = new Reader(rows, 3);
        assertThat(small.since(90)).hasSize(6);
        rows.add(0, Row.at(94, 99));
        rows.add(20, Row.at(60, 100));
        small.shows(rows);
        assertThat(small.since(90)).hasSize(6); // from memory
        new Reader(rows, 5).since(0); // meets the row out of order, and forgets what it believed
        assertThat(small.since(90)).hasSize(7).contains(99L);
    }

    private final class Reader {
        private final PlayedLists lists;
        private final List<AuditList> replica;
        private final int size;

        Reader(List<Row> rows, int size) {
            this.lists = new PlayedLists(size, clock).pulls(rows);
            this.replica = sizes.open(lists, settings(size));
            this.size = size;
        }

        void shows(List<Row> rows) {
            lists.pulls(rows);
        }

        List<Long> since(int second) {
            return new PlayedWalk(lists, () -> replica, settings(size), window(second, 100), EventOrder.DESC)
                    .inPagesOf(10)
                    .ids();
        }
    }
}
