package dev.tributary.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator applies. */
enum Overlay {
    DEMO,
    PRODUCTION,
    PRODUCTION_WITH_ALL_COMPONENTS;

    private static final String COMMENTED_OUT = "(?m)^# (components:|  - [.][.]/[.][.]/components/.*)$";

    // Put together once: kubectl takes most of a second.
    private @Nullable Manifests manifests;

    Manifests manifests() throws IOException, InterruptedException {
        if (manifests == null) {
            manifests = Manifests.assembled(directory());
        }
        return manifests;
    }

    private Path directory() throws IOException {
        return switch (this) {
            case DEMO -> Manifests.ROOT.resolve("overlays/demo");
            case PRODUCTION -> Manifests.ROOT.resolve("overlays/production");
            case PRODUCTION_WITH_ALL_COMPONENTS -> withAllComponents();
        };
    }

    // As an operator makes it: a copy of k8s in which the comment signs before the components are taken away.
    private static Path withAllComponents() throws IOException {
        Path copy = Path.of("target/k8s");
        try (Stream<Path> files = Files.walk(Manifests.ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Manifests.ROOT.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replaceAll(COMMENTED_OUT, "$1"));
            }
        }
        return copy.resolve("overlays/production");
    }
}
