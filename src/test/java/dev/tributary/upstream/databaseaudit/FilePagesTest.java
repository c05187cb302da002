package dev.tributary.upstream.databaseaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.event.EventOrder;
import dev.tributary.event.Kind;
import dev.tributary.event.Samples;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceId;
import dev.tributary.source.Window;
import dev.tributary.upstream.call.UpstreamException;
import dev.tributary.upstream.databaseaudit.PlayedFiles.File;
import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.ReadSettings;
import dev.tributary.upstream.slice.Reader;
import dev.tributary.upstream.slice.SampleSettings;
import dev.tributary.upstream.slice.Tally;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of one span; files are letters or numbers, a page is cut from what the list holds at that call. */
class FilePagesTest {
    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Span SPAN = new Span(NOON.minusSeconds(3_600), NOON);
    private static final int MOST_PAGES = 200;

    private final List<Integer> offsets = new ArrayList<>();

    /** History 1: oldest first, a file is purged and one added between two pages; the total stands still. */
    @Test
    void pagesThatDoNotShowTheRowBeforeAreReadAgain() {
        Files read = read(2, call -> call == 1 ? list("a", "b", "c", "d") : list("b", "c", "d", "e"));
        assertThat(names(read)).containsExactly("b", "c", "d", "e");
    }

    /** The same without end: never is a list proven that nobody has seen whole. */
    @Test
    void aListThatMovesUnderEveryReadingIsInconsistent() {
        assertThat(failure(2, call -> list("f" + call, "f" + (call + 1), "f" + (call + 2), "f" + (call + 3))))
                .isEqualTo(FailureType.INCONSISTENT);
        assertThat(offsets).hasSize(3 * 4);
    }

    /** History 8. */
    @Test
    void aTotalOfTenThousandProvesNothing() {
        Files read = read(100, call -> numbered(12_500, Page.CAP));
        assertThat(names(read)).hasSize(12_500).doesNotHaveDuplicates();
    }

    @Test
    void rowsThatEndTogetherWithACappedTotalAreTooMany() {
        assertThat(read(100, call -> numbered((int) Page.CAP, Page.CAP))).isInstanceOf(Files.TooMany.class);
    }

    /** History 7, in this list: the total counts the rows of a page. */
    @Test
    void theEndIsAPageThatIsNotFullWhateverTheTotal() {
        assertThat(names(read(10, call -> numbered(45, 10)))).hasSize(45);
        assertThat(names(read(10, call -> numbered(45, 44)))).hasSize(45);
        assertThat(names(read(10, call -> numbered(45, 0)))).hasSize(45);
    }

    @Test
    void fewerRowsThanTheTotalAreInconsistent() {
        assertThat(failure(10, call -> numbered(45, 46))).isEqualTo(FailureType.INCONSISTENT);
        assertThat(failure(10, call -> numbered(0, 1))).isEqualTo(FailureType.INCONSISTENT);
        assertThat(failure(10, call -> numbered(9, Page.CAP))).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void pagesWithDifferentTotalsAreInconsistent() {
        assertThat(failure(10, call -> numbered(45, 40 + call))).isEqualTo(FailureType.INCONSISTENT);
    }

    @Test
    void oneCallIsEnoughForAPageThatIsNotFull() {
        assertThat(names(read(10, call -> numbered(9, 9)))).hasSize(9);
        assertThat(offsets).containsExactly(0);
    }

    @Test
    void aFullPageIsFollowedByOneThatShowsTheEnd() {
        assertThat(names(read(10, call -> numbered(10, 10)))).hasSize(10);
        assertThat(offsets).containsExactly(0, 9);
    }

    @Test
    void noMorePagesAreAskedForThanTheTotalTellsOf() {
        assertThat(names(read(10, call -> numbered(28, 28)))).hasSize(28);
        assertThat(offsets).containsExactly(0, 9, 18, 27);
    }

    /** As history 10: files of one second stand in another order at every other call, and the borders show it to nobody. */
    @Test
    void aRowThatIsToldTwiceInPlaceOfAnotherIsNoticed() {
        Files read = read(3, call -> call == 2 ? list("a", "d", "c", "b", "e") : list("a", "b", "c", "d", "e"));
        assertThat(names(read)).containsExactly("a", "b", "c", "d", "e");
    }

    /** History 10: which replica answers, and so the order of ties, hangs on the query's text. */
    @Test
    void aSecondReadingThatFindsTheSameRowsHasCutThePagesElsewhere() {
        Asking replicas = (span, offset, limit, tally) -> Uni.createFrom()
                .item(() -> look(
                        offset == 2 && limit == 3 ? list("a", "d", "c", "b", "e") : list("a", "b", "c", "d", "e"),
                        offset,
                        limit));
        assertThat(names(pages(replicas, 3).read().await().indefinitely())).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void twinsAreTwinsWhereverThePagesAreCut() {
        assertThat(names(read(3, call -> list("a", "b", "c", "d", "b", "e"))))
                .containsExactly("a", "b", "c", "d", "b", "e");
    }

    @Test
    void morePagesThanAllowedAreToldByTheFirstOne() {
        assertThat(read(2, call -> numbered(MOST_PAGES + 1, MOST_PAGES + 1)))
                .isEqualTo(new Files.TooMany(MOST_PAGES + 1));
        assertThat(offsets).hasSize(1);
        assertThat(names(read(2, call -> numbered(MOST_PAGES, MOST_PAGES)))).hasSize(MOST_PAGES);
    }

    @Test
    void aListWhoseTotalHidesItsLengthIsReadNoFurtherThanAllowed() {
        assertThat(read(2, call -> numbered(1_000, 2))).isInstanceOf(Files.TooMany.class);
        assertThat(offsets).hasSize(MOST_PAGES);
    }

    @Test
    void allPagesBehindTheFirstAreAskedForSideBySideAsFarAsTheSourceMayReadAhead() {
        List<UniEmitter<? super Look>> waiting = new ArrayList<>();
        Asking slow = (span, offset, limit, tally) -> Uni.createFrom().emitter(waiting::add);
        pages(slow, 10).read().subscribe().with(read -> {});
        assertThat(waiting).hasSize(1);
        waiting.get(0).complete(look(numbered(1_000, 1_000), 0, 10));
        assertThat(waiting).hasSize(1 + settings(10).readAhead());
    }

    private record Played(List<String> names, long total) {}

    private static Played list(String... names) {
        return new Played(List.of(names), names.length);
    }

    private static Played numbered(int rows, long total) {
        return new Played(IntStream.range(0, rows).mapToObj(Integer::toString).toList(), total);
    }

    private Files read(int pageSize, IntFunction<Played> listAtCall) {
        offsets.clear();
        Asking asking = (span, offset, limit, tally) -> Uni.createFrom().item(() -> {
            offsets.add(offset);
            return look(listAtCall.apply(offsets.size()), offset, limit);
        });
        return pages(asking, pageSize).read().await().indefinitely();
    }

    private FailureType failure(int pageSize, IntFunction<Played> listAtCall) {
        return catchThrowableOfType(UpstreamException.class, () -> read(pageSize, listAtCall))
                .failure()
                .type();
    }

    private static Look look(Played list, int offset, int limit) {
        List<UpstreamRecord> rows = list.names.stream()
                .skip(offset)
                .limit(limit)
                .map(name -> PlayedFiles.row(File.of(name, NOON, Duration.ofMinutes(1))))
                .toList();
        return new Look(new Page(rows, list.total), NOON, 1_000);
    }

    private static FilePages pages(Asking asking, int pageSize) {
        ReadSettings settings = settings(pageSize);
        Tally tally = new Tally(Reader.request(new Window(NOON, NOON), EventOrder.DESC), settings);
        return new FilePages(asking, settings, SPAN, MOST_PAGES, tally);
    }

    private static ReadSettings settings(int pageSize) {
        SourceId source = new SourceId("orders-db", Kind.DATABASE_AUDIT, Samples.SCOPE);
        return SampleSettings.of(source, CLOCK).pageSize(pageSize).build();
    }

    private static Stream<String> names(Files read) {
        return ((Files.Listed) read).rows().stream().map(row -> String.valueOf(row.text("name")));
    }
}
