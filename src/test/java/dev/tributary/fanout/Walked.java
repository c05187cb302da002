package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.Event;
import dev.tributary.fanout.SourceReport.NamedGap;
import dev.tributary.source.Sources;
import dev.tributary.walk.Walk;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a walk gave from its first page to its last one. Not every page can be had: then it goes on without. */
final class Walked {
    private static final int MOST_REQUESTS = 2_000;

    private final Runnable betweenRequests;
    private final BooleanSupplier isCut;
    private final List<Event> events = new ArrayList<>();
    private final Set<NamedGap> gaps = new LinkedHashSet<>(); // those that are open are named by every page
    private int refusals;

    private Walked(Runnable betweenRequests, BooleanSupplier isCut) {
        this.betweenRequests = betweenRequests;
        this.isCut = isCut;
    }

    static Walked of(Ask ask, List<InMemorySource> sources) {
        return of(ask, sources, () -> {});
    }

    /** @param betweenRequests happens before each request */
    static Walked of(Ask ask, List<InMemorySource> sources, Runnable betweenRequests) {
        Walked walked = new Walked(betweenRequests, () -> false);
        Sources all = new Sources(List.copyOf(sources));
        Ask next = ask;
        for (int request = 0; next != null; request++) {
            assertThat(request).as("requests of one walk").isLessThan(MOST_REQUESTS);
            next = walked.goOn(next, all);
        }
        return walked;
    }

    /** The same by exports, each going on where the one before has ended. */
    static Walked ofExports(Ask ask, int step, List<InMemorySource> sources, Runnable betweenSteps) {
        return ofExports(ask, step, sources, betweenSteps, () -> false);
    }

    /** @param isCut whether an export is cut behind a line of progress */
    static Walked ofExports(
            Ask ask, int step, List<InMemorySource> sources, Runnable betweenSteps, BooleanSupplier isCut) {
        Walked walked = new Walked(betweenSteps, isCut);
        Sources all = new Sources(List.copyOf(sources));
        Ask next = ask.limit(Integer.MAX_VALUE);
        for (int request = 0; next != null; request++) {
            assertThat(request).as("requests of one walk").isLessThan(MOST_REQUESTS);
            next = walked.exported(next, step, all);
        }
        return walked;
    }

    private @Nullable Ask exported(Ask ask, int step, Sources sources) {
        betweenRequests.run();
        Stream stream = new Stream();
        try {
            QueryResult result = ask.export(sources, stream, step).await().indefinitely();
            return result instanceof Refusal refusal ? goOnAfter(refusal, ask, stream) : goOn(ask, (Answer) result);
        } catch (CutException cut) {
            gaps.addAll(stream.told);
            return ask.walk(stream.next);
        }
    }

    /** Nothing has come, or the stream was broken off: then what came since its last line of progress comes again. */
    private @Nullable Ask goOnAfter(Refusal refusal, Ask ask, Stream stream) {
        if (stream.next == null) {
            return refused(ask, refusal);
        }
        events.subList(stream.safe, events.size()).clear();
        gaps.addAll(stream.told);
        return ask.walk(stream.next);
    }

    private static final class CutException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final class Stream implements EventSink {
        private @Nullable Walk next;
        private final List<NamedGap> told = new ArrayList<>();
        private int safe = events.size();

        @Override
        public Uni<Void> events(List<Event> handedOver) {
            events.addAll(handedOver);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> progress(Answer step) {
            next = step.next();
            safe = events.size();
            step.sources().stream().filter(SourceReport::hasMetGaps).forEach(report -> told.addAll(report.gaps()));
            betweenRequests.run();
            return isCut.getAsBoolean()
                    ? Uni.createFrom().failure(new CutException())
                    : Uni.createFrom().voidItem();
        }

        @Override
        public boolean isInAHurry() {
            return false;
        }
    }

    private @Nullable Ask goOn(Ask ask, Sources sources) {
        betweenRequests.run();
        QueryResult result = ask.of(sources);
        return result instanceof Refusal refusal ? refused(ask, refusal) : goOn(ask, (Answer) result);
    }

    private Ask refused(Ask ask, Refusal refusal) {
        refusals++;
        boolean again = ask.partial() == PartialMode.DENY && refusals % 2 == 1; // the source may recover
        return again ? ask : ask.partial(PartialMode.ALLOW).walk(refusal.without());
    }

    private @Nullable Ask goOn(Ask ask, Answer page) {
        assertThat(page.events()).hasSizeLessThanOrEqualTo(ask.limit());
        events.addAll(page.events());
        page.sources().forEach(this::note);
        assertThat(page.complete()).isEqualTo(gaps.isEmpty());
        assertThat(page.complete() || ask.partial() == PartialMode.ALLOW).isTrue();
        return page.next() == null ? null : ask.from(page);
    }

    private void note(SourceReport report) {
        List<NamedGap> named = report.gaps();
        assertThat(named)
                .extracting(NamedGap::window)
                .as("each gap is named once")
                .doesNotHaveDuplicates();
        gaps.addAll(named);
    }

    List<Event> events() {
        return events;
    }

    Set<NamedGap> gaps() {
        return gaps;
    }

    /** What the links of these gaps give. */
    List<Event> behind(Predicate<NamedGap> which, Ask ask, List<InMemorySource> sources) {
        Ask allowing = ask.partial(PartialMode.ALLOW);
        return gaps.stream()
                .filter(which)
                .map(gap -> Walked.of(allowing.over(gap.window()).walk(gap.link()), sources))
                .flatMap(link -> link.events().stream())
                .toList();
    }
}
