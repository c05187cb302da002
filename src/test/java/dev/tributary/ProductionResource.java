package dev.tributary;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The simulator behind the certificate of a private authority, and the configuration of a packaged service in production
 * that reads it: two sources sign and two log in, and the service has a certificate too. A test takes the
 * {@link Certificates authority} into a field of that type.
 */
public class ProductionResource extends SimulatorResource {
    private static final String ACCOUNT = "tributary.accounts.operators.";

    private final Vertx vertx = Vertx.vertx();
    private final Path directory = directory();
    private Certificates authority;

    @Override
    public Map<String, String> start() {
        int simulator = URI.create(super.start().get("simulator.url")).getPort();
        authority = Certificates.in(directory);
        String cloud = "https://localhost:"
                + Door.to(vertx, simulator, authority.valid()).port();
        Map<String, String> settings = new HashMap<>(read(PackagedService.fourSourcesAt(cloud)));
        settings.put("tributary.allow-plain-http", "false");
        settings.put("tributary.cache.settled-for", "0s"); // tests play one world after the other in the same hour
        settings.put(
                "quarkus.tls.upstream.trust-store.pem.certs",
                authority.authority().toString());
        settings.put("quarkus.log.file.path", directory.resolve("service.log").toString());
        settings.putAll(certificate());
        settings.putAll(login(cloud));
        return settings;
    }

    private static Map<String, String> read(String settings) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new HashMap<>();
        read.stringPropertyNames().forEach(key -> byKey.put(key, read.getProperty(key)));
        return byKey;
    }

    private Map<String, String> certificate() {
        MountedSecret mounted = MountedSecret.holding(authority.pem("server"));
        return Map.of(
                "quarkus.http.ssl-port",
                "0",
                "quarkus.http.tls-configuration-name",
                "server",
                "quarkus.tls.server.key-store.pem.0.cert",
                mounted.file("tls.crt").toString(),
                "quarkus.tls.server.key-store.pem.0.key",
                mounted.file("tls.key").toString());
    }

    private static Map<String, String> login(String iam) {
        Map<String, String> login = new HashMap<>();
        AccountProfile.userWith(USER.password()).forEach((key, value) -> login.put(ACCOUNT + key, value));
        login.put(ACCOUNT + "iam-endpoint", iam);
        login.put(ACCOUNT + "region", "${tributary.accounts.default.region}");
        login.put(ACCOUNT + "project-id", "${tributary.accounts.default.project-id}");
        login.put("tributary.sources.registry.account", "operators");
        login.put("tributary.sources.orders-db.account", "operators");
        return login;
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("production");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        super.inject(injector);
        injector.injectIntoFields(authority, field -> field.getType() == Certificates.class);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        super.stop();
    }
}
