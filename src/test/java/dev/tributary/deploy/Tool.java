package dev.tributary.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program of operators. Without promtool, which continuous integration installs, what needs it fails. Without kubectl,
 * which it cannot install (Debian's is too old to know components), what needs that is skipped and said so; the files
 * themselves are read strictly all the same.
 */
enum Tool {
    KUBECTL("kubectl"),
    PROMTOOL("promtool");

    private final String command;

    Tool(String command) {
        this.command = command;
    }

    /** What it writes; fails with what it complains of. */
    String run(String... arguments) throws IOException, InterruptedException {
        assumeTrue(this != KUBECTL || isHere(), command + " is not here");
        Path complaints = Files.createTempFile(command, ".txt");
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(arguments))
                            .toList())
                    .redirectError(complaints.toFile())
                    .start();
            String written = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        command + " " + List.of(arguments) + " fails:\n" + written + Files.readString(complaints));
            }
            return written;
        } finally {
            Files.delete(complaints);
        }
    }

    private boolean isHere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
