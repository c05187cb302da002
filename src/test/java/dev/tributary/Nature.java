package dev.tributary;

import dev.tributary.simulator.population.Bounds;
import dev.tributary.simulator.population.FileFilter;
import dev.tributary.simulator.population.LineNumbers;
import dev.tributary.simulator.population.NearlyByTime;
import dev.tributary.simulator.population.Order;
import dev.tributary.simulator.population.Readings;
import dev.tributary.simulator.population.Ties;
import dev.tributary.simulator.population.TimeUnit;
import dev.tributary.simulator.population.Totals;
import java.time.Duration;
import java.util.List;

/** How an upstream reads what is documented nowhere, and the page size that its source is configured with. */
record Nature(Readings readings, int pageSize) {
    private static final long LOW_CAP = 300;
    private static final Duration DISORDER = Duration.ofMinutes(2);

    /** By the number alone; the cycles have different lengths, so that all meet all. */
    static Nature of(Upstream.Api api, int number) {
        boolean hss = api.isHss();
        List<Order> orders = hss ? anyOrders(number) : listOrders(number);
        List<Integer> pageSizes = hss ? List.of(200, 7, 20, 50) : List.of(100, 7, 20, 50);
        Readings readings = Readings.usual()
                .in(among(orders, number))
                .with(among(List.of(Bounds.values()), number))
                .with(among(List.of(FileFilter.values()), number / 3))
                .with(new LineNumbers(
                        among(List.of(LineNumbers.Form.values()), number / 2),
                        among(List.of(LineNumbers.Paging.values()), number)))
                .with(hss && number % 6 == 5 ? TimeUnit.SECONDS : TimeUnit.MILLISECONDS);
        return new Nature(hss ? loosened(readings, number) : readings, among(pageSizes, number));
    }

    /** What only HSS may do: where it is done to a list without filter, nothing is left that could prove it. */
    private static Readings loosened(Readings readings, int number) {
        Readings counted = readings.cappingTotalsAt(among(List.of(10_000L, Long.MAX_VALUE, LOW_CAP), number / 2));
        return number % 7 == 3 ? counted.withAtMostRows(13) : counted;
    }

    private static List<Order> anyOrders(int seed) {
        return List.of(
                Order.newestFirst(seed),
                Order.oldestFirst(seed),
                new Order.Shuffled(seed),
                Order.newestFirst(seed).with(Ties.BY_CALL),
                Order.oldestFirst(seed).disturbed(DISORDER, 0.2).with(Ties.BY_QUERY));
    }

    /** As lists without filter are paged, their ties are stable. */
    private static List<Order> listOrders(int seed) {
        return List.of(
                Order.newestFirst(seed),
                Order.oldestFirst(seed),
                Order.newestFirst(seed).disturbed(DISORDER, 0.1),
                new Order.Shuffled(seed),
                Order.oldestFirst(seed).disturbed(DISORDER, 0.1));
    }

    private static <T> T among(List<T> choices, int number) {
        return choices.get(number % choices.size());
    }

    /** Rows of one time stand in another order in every answer: no pages of them add up. */
    boolean tiesChange() {
        return readings.order() instanceof NearlyByTime nearly && nearly.ties() != Ties.STABLE;
    }

    boolean isShuffled() {
        return readings.order() instanceof Order.Shuffled;
    }

    /** Of a unit with more rows than that, no total tells how many there are. */
    boolean capsTotalsLow() {
        return readings.totals().equals(new Totals.CappedAt(LOW_CAP));
    }

    int rowsOfAPage() {
        return Math.min(pageSize, readings.mostRows());
    }

    /** As the key {@code time-unit} has it. */
    String timeUnit() {
        return readings.unit() == TimeUnit.SECONDS ? "s" : "ms";
    }
}
