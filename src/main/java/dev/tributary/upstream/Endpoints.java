package dev.tributary.upstream;

import dev.tributary.event.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where each service answers in each region; read from {@code endpoints.txt}, which names its origin. */
final class Endpoints {
    private static final String ANY_REGION = "*";
    private final Map<String, String> hosts = new HashMap<>(); // by service and region

    private Endpoints(String table) {
        table.lines().map(String::strip).filter(Endpoints::isRow).forEach(this::add);
    }

    static Endpoints load() {
        try (InputStream table = Objects.requireNonNull(Endpoints.class.getResourceAsStream("endpoints.txt"))) {
            return new Endpoints(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base URL, without a slash at its end; empty if none is known. */
    Optional<URI> of(Kind kind, String region) {
        return find(service(kind), region);
    }

    /** IAM's base URL; the global one for a region that has none of its own. */
    URI iam(String region) {
        return find("iam", region).or(() -> find("iam", ANY_REGION)).orElseThrow();
    }

    private static String service(Kind kind) {
        return switch (kind) {
            case IMAGE_LOG, CLUSTER_EVENT -> "hss";
            case REGISTRY_AUDIT -> "swr";
            case DATABASE_AUDIT -> "gaussdb";
        };
    }

    private Optional<URI> find(String service, String region) {
        return Optional.ofNullable(hosts.get(service + " " + region)).map(host -> URI.create("https://" + host));
    }

    private static boolean isRow(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private void add(String row) {
        String[] columns = row.split("\\s+", 3);
        for (String region : columns[2].split("\\s+")) {
            hosts.put(columns[0] + " " + region, columns[1].replace("{region}", region));
        }
    }
}
