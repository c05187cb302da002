package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.life.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged service as an operator runs it: a process with {@code config/application.properties} beside it. */
final class PackagedService implements AutoCloseable {
    /** Where the build put it; set by failsafe. */
    static final Path APP = Path.of(System.getProperty("tributary.app", "target/quarkus-app"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern API = Pattern.compile("http://localhost:(\\d+)/events");
    private static final Pattern MANAGEMENT = Pattern.compile("Management interface listening on http://[^ ]+:(\\d+)");

    private final Process process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts the process and does not wait for it.
     *
     * @param variables its whole environment: nothing of this process' own gets in
     * @param options of the Java virtual machine
     */
    static PackagedService start(
            Path directory, String configuration, Map<String, String> variables, String... options) {
        try {
            Path file = directory.resolve("config/application.properties");
            Files.createDirectories(file.getParent());
            Files.writeString(file, configuration);
            return start(directory, variables, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Output goes to a file, so a process that nobody listens to never waits for a reader.
    private static PackagedService start(Path directory, Map<String, String> variables, List<String> options)
            throws IOException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command(options))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return new PackagedService(builder.start(), output);
    }

    // A native binary takes the options of a JVM that it knows, -Xmx among them, like arguments.
    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        String runner = System.getProperty("native.image.path"); // set by the profile native
        if (runner != null) {
            command.add(runner);
            command.addAll(options);
            return command;
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(APP.toAbsolutePath().resolve("quarkus-run.jar").toString());
        return command;
    }

    /**
     * A source of each kind, read from the simulator at the URL with {@link SimulatorResource#ACCESS_KEY}. Patient: the
     * first calls of a cold process on a busy machine are slow, and speed is not what is tested.
     */
    static String fourSourcesAt(String url) {
        return """
                quarkus.http.port=0
                quarkus.management.port=0
                tributary.anonymous-access=true
                tributary.deadline=50s
                tributary.timeout=20s
                tributary.connect-timeout=20s
                tributary.allow-plain-http=true
                tributary.accounts.default.region=cn-north-4
                tributary.accounts.default.project-id=%s
                tributary.accounts.default.access-key=%s
                tributary.accounts.default.secret-key=%s
                tributary.sources.images.kind=image-log
                tributary.sources.images.endpoint=${upstream}
                tributary.sources.prod-cluster.kind=cluster-event
                tributary.sources.prod-cluster.endpoint=${upstream}
                tributary.sources.prod-cluster.cluster-id=%s
                tributary.sources.registry.kind=registry-audit
                tributary.sources.registry.endpoint=${upstream}
                tributary.sources.registry.instance-id=%s
                tributary.sources.orders-db.kind=database-audit
                tributary.sources.orders-db.endpoint=${upstream}
                tributary.sources.orders-db.instance-id=%s
                upstream=%s
                """.formatted(
                        Platform.PROJECT,
                        SimulatorResource.ACCESS_KEY.accessKey(),
                        SimulatorResource.ACCESS_KEY.secretKey(),
                        Platform.CLUSTER,
                        Platform.REGISTRY,
                        Platform.DATABASE,
                        url);
    }

    /** What it has written so far. */
    String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its API; waits until it is up. */
    Api api() {
        return at(API);
    }

    /** Health; waits until it is up. */
    Api management() {
        return at(MANAGEMENT);
    }

    /** The address of its health; waits until it is up. */
    String managementUrl() {
        return urlAt(MANAGEMENT);
    }

    /** The address of its API; waits until it is up. */
    String url() {
        return urlAt(API);
    }

    private Api at(Pattern port) {
        return new Api(urlAt(port));
    }

    private String urlAt(Pattern port) {
        return "http://127.0.0.1:"
                + await("the service to be up")
                        .atMost(PATIENCE)
                        .until(() -> portIn(port), Optional::isPresent)
                        .orElseThrow();
    }

    /** What it holds just now. */
    Held held() throws IOException, InterruptedException {
        return Held.by(process);
    }

    private Optional<String> portIn(Pattern pattern) {
        String written = output();
        if (!process.isAlive()) {
            throw new AssertionError("the service has ended:\n" + written);
        }
        return pattern.matcher(written).results().map(match -> match.group(1)).findFirst();
    }

    /** Asks it to stop as Kubernetes does, by SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the service goes on:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
