package dev.tributary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A page of four sources, of twenty rows a call, read anew each time, while no call takes any time of its own. */
final class Fanout implements Part {
    private static final String PATH = Worlds.TWENTY.path() + "&limit=200";

    @Override
    public List<Figure> measure(Stage stage) {
        int port = stage.port(Stage.NO_DELAY);
        try (Service service = Service.over(port, List.of(Worlds.TWENTY))) {
            Load load = Load.of(service.uri(), Stage.CONNECTIONS, PATH, "Cache-Control: no-cache");
            load.warmUp(Stage.WARM_UP_ANSWERS);
            stage.asked();
            load.full(Stage.TIME);
            List<String> calls = stage.asked().uris();
            return measure(stage, calls, service, load);
        }
    }

    private static List<Figure> measure(Stage stage, List<String> calls, Service service, Load load) {
        String port = "" + stage.port(Stage.NO_DELAY);
        int own = freePort();
        String[] camelArguments =
                Stream.concat(Stream.of(port, "" + own), calls.stream()).toArray(String[]::new);
        try (Child floor = Child.measured(Floor.class, port);
                Child camel = Child.measured(CamelRoutes.class, camelArguments)) {
            camel.says("(" + CamelRoutes.UP + ")");
            Load routes = Load.of(URI.create("http://127.0.0.1:" + own), Stage.CONNECTIONS, "/events");
            routes.warmUp(Stage.WARM_UP_ANSWERS);
            fanouts(floor, calls, Stage.WARM_UP.toSeconds());
            return figures(
                    stage.callsPerSecond(calls) / calls.size(),
                    load,
                    new Contestant(
                            service.process(), () -> load.full(Stage.TIME).perSecond()),
                    new Contestant(floor, () -> fanouts(floor, calls, Stage.TIME.toSeconds())),
                    new Contestant(camel, () -> routes.full(Stage.TIME).perSecond()));
        }
    }

    private static double fanouts(Child floor, List<String> calls, long seconds) {
        return floor.reads("fanout " + Stage.CONNECTIONS + " " + seconds + " " + String.join(" ", calls));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param most fan-outs a second for which the upstream could answer the calls */
    private static List<Figure> figures(
            double most, Load load, Contestant service, Contestant floor, Contestant camel) {
        Contestant.inTurns(service, floor, camel);
        Latency latency = Latency.of(load, service.results().median() / 2);
        String cold = "cold fan-out, 20 rows a page, no cache: ";
        return List.of(
                Figure.atLeast(0.5, cold + "throughput ÷ Vert.x floor", ratio(service, floor), limit(most, floor)),
                Figure.atLeast(1.5, cold + "throughput ÷ Camel", ratio(service, camel), limit(most, service)),
                Figure.told(cold + "throughput", service.results(), "/s", service.busyNote()),
                Figure.told("Vert.x floor, throughput", floor.results(), "/s", floor.busyNote()),
                Figure.told("Camel, throughput", camel.results(), "/s", camel.busyNote()),
                Figure.told(cold + "p50", latency.p50(), "ms", Latency.NOTE),
                Figure.told(cold + "p99", latency.p99(), "ms", Latency.NOTE));
    }

    private static Series ratio(Contestant one, Contestant other) {
        return one.results().dividedBy(other.results());
    }

    private static String limit(double most, Contestant fastest) {
        double times = most / fastest.results().median();
        String note = "8 at a time; the upstream can do %.1f times as much".formatted(times);
        return times < 5 ? note + ", which **limits** it" : note;
    }
}
