package dev.tributary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Files laid out and replaced, all at once, as Kubernetes does it for a mounted Secret. */
record MountedSecret(Path directory) {
    private static final String CURRENT = "..data";

    /** @param files contents by name */
    static MountedSecret holding(Map<String, String> files) {
        try {
            MountedSecret mounted = new MountedSecret(Files.createTempDirectory("mounted"));
            Files.createSymbolicLink(mounted.file(CURRENT), mounted.version(files));
            for (String name : files.keySet()) {
                Files.createSymbolicLink(mounted.file(name), Path.of(CURRENT, name));
            }
            return mounted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    void swapFor(Map<String, String> files) {
        try {
            Path link = file("..data_tmp");
            Files.createSymbolicLink(link, version(files));
            Files.move(link, file(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path version(Map<String, String> files) throws IOException {
        Path version = Files.createTempDirectory(directory, "..");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(version.resolve(file.getKey()), file.getValue());
        }
        return version.getFileName();
    }
}
