package dev.tributary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page from the service's memory, and the same bytes from an endpoint of Quarkus that does nothing else. */
final class Warm implements Part {
    private static final String PATH = Worlds.TWENTY.path() + "&limit=100";
    private static final String APP = System.getProperty("bare.app", "bare/target/quarkus-app");

    @Override
    public List<Figure> measure(Stage stage) {
        try (Service service = Service.over(stage.port(Stage.NO_DELAY), List.of(Worlds.TWENTY));
                Child bare = bare(stage.get(service.uri() + PATH))) {
            URI server = URI.create("http://127.0.0.1:" + bare.says("Listening on: http://[^ :]+:(\\d+)"));
            Load page = Load.of(service.uri(), Stage.CONNECTIONS, PATH);
            Load bytes = Load.of(server, Stage.CONNECTIONS, "/events");
            page.warmUp(Stage.WARM_UP_ANSWERS);
            bytes.warmUp(Stage.WARM_UP_ANSWERS);
            return figures(
                    page,
                    new Contestant(
                            service.process(), () -> page.full(Stage.TIME).perSecond()),
                    new Contestant(bare, () -> bytes.full(Stage.TIME).perSecond()));
        }
    }

    private static Child bare(String page) {
        Path directory = Child.DIRECTORY.resolve("bare");
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("page.json"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String jar = Path.of(APP, "quarkus-run.jar").toAbsolutePath().toString();
        List<String> java = Child.concat(Machine.pinned(), List.of(Child.java(), Child.HEAP));
        List<String> options = List.of("-Dbytes=page.json", "-Dquarkus.http.port=0", "-jar", jar);
        return Child.of(directory, Child.concat(java, options));
    }

    private static List<Figure> figures(Load page, Contestant service, Contestant bare) {
        Contestant.inTurns(service, bare);
        Series ratio = service.results().dividedBy(bare.results());
        String warm = "`/events?limit=100`, warm: ";
        Latency latency = Latency.of(page, service.results().median() / 2);
        return List.of(
                Figure.atLeast(
                        0.5, warm + "throughput ÷ bare Quarkus endpoint of the same bytes", ratio, "8 connections"),
                Figure.told(warm + "throughput", service.results(), "/s", service.busyNote()),
                Figure.told("bare Quarkus endpoint, throughput", bare.results(), "/s", bare.busyNote()),
                Figure.told(warm + "p50", latency.p50(), "ms", Latency.NOTE),
                Figure.told(warm + "p99", latency.p99(), "ms", Latency.NOTE));
    }
}
