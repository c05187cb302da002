package dev.tributary;

import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.life.Platform;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The upstreams of all scenarios, the ways that lead to them, and the packaged service that reads them. */
final class ChaosStage implements AutoCloseable {
    private static final String NAME = "upstream.test";

    private final Vertx vertx = Vertx.vertx();
    private final Simulator simulator = Simulator.start(
            SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY).with(SimulatorResource.USER));
    private final Path hosts;
    private final PfxOptions valid;
    private final PfxOptions expired;
    private final Door open;
    private final Door secure;
    private final PackagedService service;

    ChaosStage(Path directory, List<ChaosScenario> scenarios) {
        Certificates certificates = Certificates.in(directory);
        valid = certificates.valid();
        expired = certificates.expired();
        hosts = directory.resolve("hosts");
        nameIsKnown();
        open = Door.to(vertx, simulator.port());
        secure = Door.to(vertx, simulator.port(), valid);
        List<Upstream> upstreams = Stream.concat(
                        scenarios.stream().map(ChaosScenario::upstream), ChaosScenario.healthy().stream())
                .toList();
        upstreams.forEach(upstream -> ChaosScenario.play(simulator, upstream));
        service =
                PackagedService.start(directory, configuration(scenarios), Map.of(), options(directory, certificates));
    }

    /** The file stands for all name services, and nothing that was looked up is remembered. */
    private String[] options(Path directory, Certificates certificates) {
        Path security = directory.toAbsolutePath().resolve("java.security");
        write(security, "networkaddress.cache.ttl=0\nnetworkaddress.cache.negative.ttl=0\n");
        return Stream.concat(
                        Stream.of(certificates.trustStore()),
                        Stream.of(
                                "-Djdk.net.hosts.file=" + hosts.toAbsolutePath(),
                                "-Djava.security.properties=" + security))
                .toArray(String[]::new);
    }

    /** A source's very first read checks the unit of its upstream's times, which costs calls of its own. */
    void checkUnits(List<ChaosScenario> scenarios) {
        Api api = service.api();
        scenarios.stream()
                .filter(scenario -> scenario.upstream().api().isHss())
                .forEach(scenario -> await().pollDelay(Duration.ZERO)
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> api.get(scenario.alone())
                                .json()
                                .path("complete")
                                .asBoolean()));
    }

    private String configuration(List<ChaosScenario> scenarios) {
        Map<String, String> keys = new TreeMap<>(Map.of(
                "quarkus.http.port", "0",
                "quarkus.management.port", "0",
                "tributary.anonymous-access", "true",
                "tributary.allow-plain-http", "true",
                "tributary.cache.settled-for", "0s", // so that every page asks
                "tributary.cache.young-for", "0s",
                "tributary.requests-per-second", "1000",
                "tributary.burst", "1000",
                "tributary.jitter-seed", "1"));
        keys.putAll(Map.of(
                "tributary.accounts.default.region",
                "cn-north-4",
                "tributary.accounts.default.project-id",
                Platform.PROJECT,
                "tributary.accounts.default.access-key",
                SimulatorResource.ACCESS_KEY.accessKey(),
                "tributary.accounts.default.secret-key",
                SimulatorResource.ACCESS_KEY.secretKey()));
        ChaosScenario.healthy().forEach(upstream -> keys.putAll(upstream.configuration(simulator.url(), Map.of())));
        scenarios.forEach(scenario -> keys.putAll(scenario.configuration(endpoint(scenario), simulator.url())));
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String endpoint(ChaosScenario scenario) {
        return switch (scenario.fault()) {
            case REFUSED -> "http://127.0.0.1:" + open.port();
            case UNKNOWN_HOST -> "http://" + NAME + ":" + open.port();
            case EXPIRED_CERTIFICATE -> "https://localhost:" + secure.port();
            default -> simulator.url();
        };
    }

    Api api() {
        return service.api();
    }

    /** From now on the fault befalls calls of the scenario's source, or the next call of each of its lists. */
    void begin(ChaosScenario scenario) {
        simulator.requests().clear();
        switch (scenario.fault()) {
            case REFUSED -> open.shut();
            case UNKNOWN_HOST -> {
                write(hosts, "127.0.0.1 localhost\n");
                open.cut();
            }
            case EXPIRED_CERTIFICATE -> secure.show(expired);
            default -> scenario.upstream().lists().forEach(list -> post(scenario, list));
        }
    }

    private void post(ChaosScenario scenario, Identity list) {
        String calls = scenario.isOnce() ? "1" : "1-";
        String place = list.api().place(list);
        Http.post(
                simulator.url() + "/_simulator/faults",
                "{\"target\": \"%s\", \"calls\": \"%s\", %s}"
                        .formatted(place, calls, scenario.fault().script()));
    }

    /** Nothing is wrong any more. */
    void heal(ChaosScenario scenario) {
        switch (scenario.fault()) {
            case REFUSED -> open.open();
            case UNKNOWN_HOST -> nameIsKnown();
            case EXPIRED_CERTIFICATE -> secure.show(valid);
            default -> simulator.heals();
        }
    }

    private void nameIsKnown() {
        write(hosts, "127.0.0.1 localhost " + NAME + "\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls of that source which the upstream saw since the fault began. */
    int seen(Upstream upstream) {
        return upstream.lists().stream()
                .mapToInt(list -> simulator.requests().of(list).size())
                .sum();
    }

    @Override
    public void close() throws IOException {
        service.close();
        open.close();
        secure.close();
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
