package dev.tributary.bench;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** One request at a time, past all that was read before, while each call takes 50 ms: how much comes on top. */
final class Cold implements Part {
    private static final String ANEW = "Cache-Control: no-cache";
    /** More pages of 64 sources at a time do not fit into the memory that the service keeps for them. */
    private static final int FEW_CONNECTIONS = 2;

    @Override
    public List<Figure> measure(Stage stage) {
        List<World> many =
                IntStream.range(0, Worlds.PROJECTS).mapToObj(World::ofTwenty).toList();
        int port = stage.port(Stage.DELAY_OF_A_PAGE);
        try (Service four = Service.over(port, List.of(Worlds.TWENTY));
                Service all = Service.over(port, many)) {
            Load page = Load.of(four.uri(), 1, Worlds.TWENTY.path(), ANEW);
            Load pageOfAll = Load.of(all.uri(), 1, Worlds.TWENTY.path(), ANEW);
            stage.asked();
            warmUp(four.uri(), Stage.CONNECTIONS, Stage.WARM_UP_ANSWERS);
            List<String> calls = stage.asked().uris();
            warmUp(all.uri(), FEW_CONNECTIONS, Stage.WARM_UP_ANSWERS / Worlds.PROJECTS);
            return rounds(page, pageOfAll, each(stage, calls));
        }
    }

    /** Several at a time: one alone waits most of the time. */
    private static void warmUp(URI service, int connections, long answers) {
        Load.of(service, connections, Worlds.TWENTY.path(), ANEW).warmUp(answers);
    }

    private static List<Load> each(Stage stage, List<String> calls) {
        return calls.stream()
                .map(call -> Load.of(stage.upstream(Stage.DELAY_OF_A_PAGE), 1, call))
                .toList();
    }

    private static List<Figure> rounds(Load page, Load pageOfAll, List<Load> calls) {
        Series slowest = new Series();
        Series p50 = new Series();
        Series p99 = new Series();
        Series p50OfAll = new Series();
        for (int run = 0; run < Stage.RUNS; run++) {
            slowest.add(calls.stream()
                    .mapToDouble(call -> call.full(Stage.TIME.dividedBy(5)).p50())
                    .max()
                    .orElseThrow());
            Load.Run four = page.full(Stage.TIME);
            p50.add(four.p50());
            p99.add(four.p99());
            p50OfAll.add(pageOfAll.full(Stage.TIME).p50());
        }
        String one = "one request at a time, `Cache-Control: no-cache`";
        return List.of(
                Figure.atMost(
                        1.05,
                        "`/events`, cold, four sources of 50 ms: p50 ÷ slowest upstream call",
                        p50.dividedBy(slowest),
                        "",
                        one),
                Figure.atMost(1.3, "the same with 64 sources ÷ with 4: p50", p50OfAll.dividedBy(p50), "", one),
                Figure.told("slowest upstream call, p50", slowest, "ms", "asked directly, six calls apart"),
                Figure.told("`/events`, cold, 4 sources: p50", p50, "ms", one),
                Figure.told("`/events`, cold, 4 sources: p99", p99, "ms", one),
                Figure.told("`/events`, cold, 64 sources: p50", p50OfAll, "ms", one));
    }
}
