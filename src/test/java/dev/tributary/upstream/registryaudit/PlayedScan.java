package dev.tributary.upstream.registryaudit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Allowance;
import dev.tributary.source.Batch;
import dev.tributary.source.Figures.ListOrder;
import dev.tributary.source.Freshness;
import dev.tributary.source.Hints;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.ReadRequest;
import dev.tributary.source.Reading;
import dev.tributary.source.Scan;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Window;
import dev.tributary.upstream.slice.ProvenCache;
import dev.tributary.upstream.slice.ReadSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A scan as an export makes it: step by step, each with the same budget again, until it hands over everything. */
final class PlayedScan {
    private static final int MOST_STEPS = 100_000;

    private final Allowance allowance;
    private final Reading reading;
    private final EventOrder order;
    private @Nullable Outcome ended;
    int steps;

    /** @param allowance of each step */
    PlayedScan(PlayedLists lists, ReadSettings settings, Window window, EventOrder order, Allowance allowance) {
        this(
                lists,
                new ListSizes(new ProvenCache(0, settings.clock())).open(lists, settings),
                settings,
                window,
                order,
                allowance);
    }

    /** @param replica what the service knows of the lists */
    PlayedScan(
            PlayedLists lists,
            List<AuditList> replica,
            ReadSettings settings,
            Window window,
            EventOrder order,
            Allowance allowance) {
        this.order = order;
        this.allowance = allowance;
        lists.paidBy(allowance);
        reading = RegistryAuditSource.reading(
                replica,
                new ReadRequest(window, order, 1_000, Freshness.CACHED, Scan.FULL, Hints.none(), allowance),
                settings);
    }

    PlayedScan toItsEnd() {
        while (ended == null) {
            step();
        }
        return this;
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw new AssertionError("it does not end");
        }
        allowance.renew();
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        reading.next().subscribe().with(outcome::set).cancel(); // what is not answered by now never will be
        assertThat(reading.keepsItsPlace()).isTrue(); // else it would be begun anew
        ended = outcome.get() instanceof OutOfBudget ? null : outcome.get();
    }

    void close() {
        reading.close();
    }

    EventOrder order() {
        return order;
    }

    @Nullable
    SourceFailure failure() {
        return ended instanceof SourceFailure failure ? failure : null;
    }

    Batch batch() {
        if (ended instanceof Batch batch) {
            return batch;
        }
        throw new AssertionError("no batch but " + ended);
    }

    /** The upstream's own ids, in the order in which they were handed over. */
    List<Long> ids() {
        return batch().events().stream()
                .map(event -> Long.valueOf(event.raw().get("id").text()))
                .toList();
    }

    @Nullable
    ListOrder listOrder() {
        return reading.figures().listOrder();
    }
}
