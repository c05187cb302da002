package dev.tributary;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Several processes of the service with one configuration, asked in turn. */
final class Replicas implements AutoCloseable {
    private final Path directory;
    private final String configuration;
    private final List<PackagedService> services = new ArrayList<>();
    private final List<Api> apis = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** Starts them all at once, and waits for none. */
    Replicas(Path directory, int count, String configuration) {
        this.directory = directory;
        this.configuration = configuration;
        IntStream.range(0, count).mapToObj(this::start).forEach(services::add);
    }

    private PackagedService start(int number) {
        Path own = directory.resolve("replica-" + number);
        return PackagedService.start(own, configuration, Map.of(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    void awaitAll() {
        services.forEach(service -> apis.add(service.api()));
    }

    List<Api> all() {
        return apis;
    }

    /** Another one than before. */
    Api next() {
        return apis.get(Math.floorMod(asked.getAndIncrement(), apis.size()));
    }

    /** As when its node fails. */
    void restart(int number) {
        services.get(number).close();
        services.set(number, start(number));
        apis.set(number, services.get(number).api());
    }

    void awaitSharing() {
        awaitShared(true);
    }

    void awaitAlone() {
        awaitShared(false);
    }

    private void awaitShared(boolean isShared) {
        await().until(() -> apis.stream()
                .allMatch(api ->
                        api.get("/sources").source("images").path("shared").asBoolean() == isShared));
    }

    /** The status, and whether the answer is complete. */
    static String outcome(Api.Reply reply) {
        return reply.status() + " " + reply.json().path("complete").asBoolean();
    }

    @Override
    public void close() {
        services.forEach(PackagedService::close);
    }
}
