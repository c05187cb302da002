package dev.tributary.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All events of four days in one stream, while each call takes 20 ms, against whoever reads the same pages. */
final class Exports implements Part {
    private static final int CONCURRENCY = 8; // of a source: the service's default
    private static final int LARGE_PAGES = 10; // each takes as many calls as several pages elsewhere

    /**
     * What one turn of all gave.
     *
     * @param call p50 of one upstream call in milliseconds
     * @param parallel pages a second of the bare reader that reads as many side by side as the service
     * @param sequential of the one that reads each source's pages one after the other
     * @param script events a second
     */
    private record Round(
            double call, ExportRun large, ExportRun small, double parallel, double sequential, double script) {}

    @Override
    public List<Figure> measure(Stage stage) {
        int port = stage.port(Stage.DELAY_OF_AN_EXPORT);
        try (Service large = Service.over(port, List.of(Worlds.LARGE));
                Service small = Service.over(port, List.of(Worlds.SMALL));
                Child floor = Child.measured(Floor.class, "" + port)) {
            URI largeUri = large.uri();
            URI smallUri = small.uri();
            warmUp(largeUri, Worlds.LARGE);
            warmUp(smallUri, Worlds.SMALL);
            List<Round> rounds = new ArrayList<>();
            for (int run = 0; run <= Stage.RUNS; run++) {
                rounds.add(round(stage, floor, largeUri, smallUri));
            }
            return figures(rounds.subList(1, rounds.size())); // the first one warms up
        }
    }

    /** What an export does before its first event is done once in each, and would never be compiled. */
    private static void warmUp(URI service, World world) {
        Load.of(service, Stage.CONNECTIONS, world.path(), "Cache-Control: no-cache")
                .warmUp(Stage.WARM_UP_ANSWERS / LARGE_PAGES);
    }

    private static Round round(Stage stage, Child floor, URI large, URI small) {
        stage.asked();
        ExportRun exported = ExportRun.of(large, Worlds.LARGE);
        String aCall = stage.asked().uris().get(0);
        Load calls = Load.of(stage.upstream(Stage.DELAY_OF_AN_EXPORT), 1, aCall);
        return new Round(
                calls.full(Stage.TIME.dividedBy(5)).p50(),
                exported,
                ExportRun.of(small, Worlds.SMALL),
                floor.reads("pages large " + CONCURRENCY),
                floor.reads("pages small 1"),
                Script.eventsPerSecond(stage.upstream(Stage.DELAY_OF_AN_EXPORT), Worlds.SMALL));
    }

    private static List<Figure> figures(List<Round> rounds) {
        String export = "export of %,d events: ".formatted(Worlds.LARGE.events());
        String cores = "upstream of 20 ms a page, 8 calls of a source at a time for both";
        String few = "its figure is from %,d events".formatted(Worlds.SMALL.events());
        return List.of(
                Figure.atLeast(
                        0.65,
                        export + "events a second ÷ bare parallel page reader",
                        of(rounds, round -> perSecond(round) / parallel(round)),
                        cores),
                Figure.atLeast(
                        5, export + "÷ sequential script", of(rounds, round -> perSecond(round) / round.script), few),
                Figure.atMost(
                        1.45,
                        "upstream calls per page-worth of events in that export",
                        of(rounds, round -> round.large.calls() / Worlds.LARGE.pages()),
                        "",
                        "full pages of 200 and 100 rows"),
                Figure.atMost(
                        4,
                        "first event of that export ÷ one upstream call",
                        of(rounds, round -> 1_000 * round.large.secondsToFirst() / round.call),
                        "",
                        ""),
                Figure.atMost(
                        10.5,
                        "time for %,d events ÷ time for a tenth".formatted(Worlds.LARGE.events()),
                        of(rounds, round -> round.large.seconds() / round.small.seconds()),
                        "",
                        ""),
                Figure.told(export + "events a second", of(rounds, Exports::perSecond), "/s", ""),
                Figure.told("bare parallel page reader", of(rounds, Exports::parallel), "/s", "events"),
                Figure.told(
                        "bare page reader, each source's pages one after the other",
                        of(rounds, round -> round.sequential * perPage(Worlds.SMALL)),
                        "/s",
                        few),
                Figure.told("sequential script", of(rounds, round -> round.script), "/s", few),
                Figure.told(
                        "first event of that export",
                        of(rounds, round -> 1_000 * round.large.secondsToFirst()),
                        "ms",
                        ""));
    }

    private static double perSecond(Round round) {
        return round.large.perSecond();
    }

    private static double parallel(Round round) {
        return round.parallel * perPage(Worlds.LARGE);
    }

    private static double perPage(World world) {
        return world.events() / world.pages();
    }

    private static Series of(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Series.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
