package dev.tributary.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The properties files that ConfigMaps are made of. */
public final class Configurations {
    /** The one that operators fill in. */
    public static final Path PRODUCTION = Manifests.ROOT.resolve("overlays/production/application.properties");

    private Configurations() {}

    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Manifests.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        }
    }

    public static Map<String, String> in(Path file) {
        try {
            return parsed(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> parsed(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> parsed = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> parsed.put(key, properties.getProperty(key)));
        return parsed;
    }
}
