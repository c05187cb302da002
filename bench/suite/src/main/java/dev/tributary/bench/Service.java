package dev.tributary.bench;

import dev.tributary.simulator.life.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The packaged service, as an operator starts it. */
final class Service implements AutoCloseable {
    /** Printed with the figures. */
    static final String PACE = "tributary.requests-per-second=1000000\ntributary.burst=1000000\n";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String APP = System.getProperty("tributary.app", "../target/quarkus-app");

    private final Child process;
    private URI uri;

    private Service(Child process) {
        this.process = process;
    }

    /** Four sources of each of these worlds. */
    static Service over(int upstreamPort, List<World> worlds, String... options) {
        StringBuilder configuration = new StringBuilder("""
                quarkus.http.port=0
                quarkus.management.port=0
                quarkus.shutdown.delay=0s
                tributary.anonymous-access=true
                tributary.allow-plain-http=true
                """).append(PACE);
        worlds.forEach(world -> configuration.append(sources(world, "http://127.0.0.1:" + upstreamPort)));
        return start(configuration.toString(), List.of(options));
    }

    private static String sources(World world, String upstream) {
        String name = "p" + worldNumber(world);
        return """
                tributary.accounts.%1$s.region=cn-north-4
                tributary.accounts.%1$s.project-id=%2$s
                tributary.accounts.%1$s.access-key=AKEXAMPLE
                tributary.accounts.%1$s.secret-key=SKEXAMPLE
                tributary.sources.%1$s-images.kind=image-log
                tributary.sources.%1$s-images.account=%1$s
                tributary.sources.%1$s-images.endpoint=%3$s
                tributary.sources.%1$s-cluster.kind=cluster-event
                tributary.sources.%1$s-cluster.account=%1$s
                tributary.sources.%1$s-cluster.endpoint=%3$s
                tributary.sources.%1$s-cluster.cluster-id=%4$s
                tributary.sources.%1$s-registry.kind=registry-audit
                tributary.sources.%1$s-registry.account=%1$s
                tributary.sources.%1$s-registry.endpoint=%3$s
                tributary.sources.%1$s-registry.instance-id=%5$s
                tributary.sources.%1$s-db.kind=database-audit
                tributary.sources.%1$s-db.account=%1$s
                tributary.sources.%1$s-db.endpoint=%3$s
                tributary.sources.%1$s-db.instance-id=%6$s
                """.formatted(name, world.project(), upstream, Platform.CLUSTER, Platform.REGISTRY, Platform.DATABASE);
    }

    private static String worldNumber(World world) {
        return world.project().replaceFirst("^0+(?=.)", "");
    }

    private static Service start(String configuration, List<String> options) {
        Path directory = Child.DIRECTORY.resolve("service-" + NUMBER.incrementAndGet());
        try {
            Files.createDirectories(directory.resolve("config"));
            Files.writeString(directory.resolve("config/application.properties"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> jar =
                List.of("-jar", Path.of(APP, "quarkus-run.jar").toAbsolutePath().toString());
        List<String> java = Child.concat(Machine.pinned(), List.of(Child.java()));
        List<String> all = options.isEmpty() ? List.of(Child.HEAP) : options;
        return new Service(Child.of(directory, Child.concat(Child.concat(java, all), jar)));
    }

    Child process() {
        return process;
    }

    /** Waits until it is up. */
    URI uri() {
        if (uri == null) {
            uri = URI.create("http://127.0.0.1:" + process.says("http://[^ :]+:(\\d+)/events"));
        }
        return uri;
    }

    @Override
    public void close() {
        process.close();
    }
}
