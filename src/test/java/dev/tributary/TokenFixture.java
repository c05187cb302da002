package dev.tributary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A caller's tokens in a file, laid out and replaced as Kubernetes does it for a mounted Secret. */
record TokenFixture(Path directory) {

    static TokenFixture holding(String content) {
        try {
            TokenFixture fixture = new TokenFixture(Files.createTempDirectory("tokens"));
            Files.createSymbolicLink(fixture.directory.resolve("..data"), fixture.version("..1", content));
            Files.createSymbolicLink(fixture.file(), Path.of("..data", "tokens"));
            return fixture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return directory.resolve("tokens");
    }

    void swapFor(String name, String content) {
        try {
            Path link = directory.resolve("..data_tmp");
            Files.createSymbolicLink(link, version(name, content));
            Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path version(String name, String content) throws IOException {
        Path version = Files.createDirectory(directory.resolve(name));
        Files.writeString(version.resolve("tokens"), content);
        return version.getFileName();
    }
}
