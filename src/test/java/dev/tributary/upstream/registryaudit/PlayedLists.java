package dev.tributary.upstream.registryaudit;

import dev.tributary.event.Value;
import dev.tributary.source.Allowance;
import dev.tributary.source.Freshness;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.slice.Look;
import dev.tributary.upstream.slice.Page;
import dev.tributary.upstream.slice.Tally;
import dev.tributary.upstream.slice.UpstreamRecord;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The registry's three lists in memory: rows as a test writes them, which a test may move before any call. */
final class PlayedLists implements AuditList.Asking {
    private static final long BASE = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long NO_CAP = Long.MAX_VALUE;

    private final Map<Operation, List<Row>> rows = new EnumMap<>(Operation.class);
    private final Map<Operation, List<Integer>> offsets = new EnumMap<>(Operation.class);
    private final int size;
    private final Clock clock;
    private IntConsumer beforeCall = number -> {};
    private IntPredicate isLost = number -> false;
    private BiFunction<Operation, Integer, List<Row>> computed = this::written;
    private long computedTotal = -1;
    private long cap = NO_CAP;
    private final Set<Freshness> freshness = EnumSet.noneOf(Freshness.class);
    private int calls;
    private Allowance allowance;

    /** Of which only place and time matter. */
    record Row(long id, Instant time) {
        static Row at(double second, long id) {
            return new Row(id, second(second));
        }

        private UpstreamRecord record(Operation operation) {
            return new UpstreamRecord(Map.of(
                    "id", Value.number(Long.toString(id)),
                    "operation", Value.string(operation.wire()),
                    "op_time", Value.string(time.toString())));
        }
    }

    PlayedLists(int size, Clock clock) {
        this.size = size;
        this.clock = clock;
        this.allowance = new Allowance(clock, Duration.ofHours(1), Integer.MAX_VALUE);
        for (Operation operation : Operation.values()) {
            rows.put(operation, new ArrayList<>());
            offsets.put(operation, new ArrayList<>());
        }
    }

    static Instant second(double second) {
        return Instant.ofEpochSecond(BASE).plusMillis(Math.round(second * 1_000));
    }

    /** Rows by their seconds; a row's id is its number in the list, from 1 on. */
    PlayedLists pulls(double... seconds) {
        return pulls(IntStream.range(0, seconds.length)
                .mapToObj(index -> Row.at(seconds[index], index + 1))
                .toList());
    }

    PlayedLists pulls(List<Row> listed) {
        return plays(Operation.PULL, listed);
    }

    PlayedLists plays(Operation operation, List<Row> listed) {
        rows.put(operation, new ArrayList<>(listed));
        return this;
    }

    /** A list of pulls too long to write down, from its offsets. */
    PlayedLists computes(long total, BiFunction<Operation, Integer, List<Row>> page) {
        computedTotal = total;
        computed = page;
        return this;
    }

    PlayedLists cappingTotals() {
        cap = Page.CAP;
        return this;
    }

    /** @param what told the number of the call, from 1 on */
    PlayedLists beforeCall(IntConsumer what) {
        beforeCall = what;
        return this;
    }

    /** Calls that are never answered, told by their numbers: whoever waits for one gives up some time. */
    PlayedLists losing(IntPredicate calls) {
        isLost = calls;
        return this;
    }

    /** Who pays for the calls that follow. */
    void paidBy(Allowance request) {
        allowance = request;
    }

    List<Row> rows(Operation operation) {
        return rows.get(operation);
    }

    int calls() {
        return calls;
    }

    /** Offsets asked for so far, in that order. */
    List<Integer> offsets(Operation operation) {
        return offsets.get(operation);
    }

    /** With which it was asked so far. */
    Set<Freshness> freshness() {
        return freshness;
    }

    void forgetCalls() {
        calls = 0;
        offsets.values().forEach(List::clear);
    }

    @Override
    public Uni<Look> page(Operation operation, int offset, Tally tally) {
        freshness.add(tally.freshness());
        return Uni.createFrom().deferred(() -> {
            Look look = look(operation, offset);
            return isLost.test(calls)
                    ? Uni.createFrom().nothing()
                    : Uni.createFrom().item(look);
        });
    }

    private Look look(Operation operation, int offset) {
        if (!allowance.takeCall(this)) {
            throw new BudgetSpentException();
        }
        calls++;
        beforeCall.accept(calls);
        offsets.get(operation).add(offset);
        List<UpstreamRecord> page = computed.apply(operation, offset).stream()
                .map(row -> row.record(operation))
                .toList();
        long total = computedTotal >= 0 ? computedTotal : rows.get(operation).size();
        return new Look(new Page(page, Math.min(total, cap)), clock.instant(), 100 * page.size());
    }

    private List<Row> written(Operation operation, int offset) {
        return rows.get(operation).stream().skip(offset).limit(size).toList();
    }
}
