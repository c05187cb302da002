package dev.tributary;

import dev.tributary.event.Kind;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sixty-four sources that take turns: every second one of them has an event, the last one first. */
final class Crowd {
    static final int LIMIT = 1_000;

    private static final int OF_A_KIND = 16;
    private static final int SOURCES = OF_A_KIND * Kind.values().length;
    private static final int ROWS = 2_000;
    private static final Instant END = Instant.parse("2026-01-10T10:00:00Z");
    private static final Instant BEGIN = END.minusSeconds((long) ROWS * SOURCES);
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final String TEXT = "text".repeat(100);

    String query() {
        return "/events?limit=" + LIMIT + "&from=" + BEGIN + "&to=" + END;
    }

    /** The newest events of all sources, as {@code time source}. */
    List<String> newest(int events) {
        return IntStream.range(0, events)
                .mapToObj(before -> TIME.format(END.minusSeconds(before + 1)) + " " + name(before % SOURCES))
                .toList();
    }

    void playedBy(Simulator simulator) {
        IntStream.range(0, SOURCES).forEach(source -> play(simulator, source));
    }

    private static void play(Simulator simulator, int source) {
        switch (kind(source)) {
            case IMAGE_LOG ->
                simulator.plays(new Identity.ImageLog(id(source)), rows(source, time -> text(Row.imageLog(time))));
            case CLUSTER_EVENT ->
                simulator.plays(
                        new Identity.ClusterEvent(Platform.PROJECT, id(source)),
                        rows(source, time -> text(Row.clusterEvent(time))));
            case DATABASE_AUDIT ->
                simulator.plays(
                        new Identity.DatabaseAudit(Platform.PROJECT, id(source)),
                        rows(source, time -> text(Row.databaseAudit(time.minusSeconds(60), time))));
            case REGISTRY_AUDIT -> {
                List.of(Operation.values()).forEach(other -> simulator.plays(list(source, other), Population.empty()));
                simulator.plays(
                        list(source, Operation.PULL),
                        rows(source, time -> text(Row.registryAudit(time.getEpochSecond(), time))));
            }
        }
    }

    private static Row text(Row row) {
        return row.with("text", TEXT);
    }

    private static Identity list(int source, Operation operation) {
        return new Identity.RegistryAudit(Platform.PROJECT, id(source), operation);
    }

    private static Population rows(int source, Function<Instant, Row> row) {
        return Population.computed(ROWS, index -> row.apply(time(source, ROWS - 1 - index)));
    }

    private static Instant time(int source, long newer) {
        return END.minus(Duration.ofSeconds(newer * SOURCES + source + 1));
    }

    private static Kind kind(int source) {
        return List.of(Kind.values()).get(source % Kind.values().length);
    }

    private static String name(int source) {
        return "source-" + source;
    }

    /** A project, cluster or instance of its own. */
    private static String id(int source) {
        return String.format(Locale.ROOT, "%032x", source);
    }

    /** Patient: speed is not what is tested. */
    String configuration(String url) {
        StringBuilder file = new StringBuilder("""
                quarkus.http.port=0
                quarkus.management.port=0
                tributary.anonymous-access=true
                tributary.deadline=50s
                tributary.queue-wait=8s
                tributary.timeout=20s
                tributary.connect-timeout=20s
                tributary.read-timeout=60s
                tributary.max-calls=5000
                tributary.requests-per-second=1000
                tributary.burst=1000
                tributary.allow-plain-http=true
                tributary.accounts.default.region=cn-north-4
                tributary.accounts.default.project-id=%s
                tributary.accounts.default.access-key=%s
                tributary.accounts.default.secret-key=%s
                """.formatted(
                Platform.PROJECT, SimulatorResource.ACCESS_KEY.accessKey(), SimulatorResource.ACCESS_KEY.secretKey()));
        IntStream.range(0, SOURCES).forEach(source -> file.append(configuration(source, url)));
        return file.toString();
    }

    private static String configuration(int source, String url) {
        String key = "tributary.sources." + name(source) + ".";
        return key + "kind=" + kind(source).text() + "\n" + key + "endpoint=" + url + "\n" + key + own(kind(source))
                + "=" + id(source) + "\n";
    }

    private static String own(Kind kind) {
        return switch (kind) {
            case IMAGE_LOG -> "project-id";
            case CLUSTER_EVENT -> "cluster-id";
            case REGISTRY_AUDIT, DATABASE_AUDIT -> "instance-id";
        };
    }
}
