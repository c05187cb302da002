package dev.tributary.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The operator's script. */
final class Script {
    private static final String FILE = System.getProperty("script", "script.py");

    private Script() {}

    static double eventsPerSecond(URI upstream, World world) {
        List<String> script = List.of(
                "python3",
                Path.of(FILE).toAbsolutePath().toString(),
                upstream.toString(),
                world.project(),
                "" + world.from().toEpochMilli(),
                "" + world.to().toEpochMilli());
        long begun = System.nanoTime();
        try (Child process = Child.of(Child.DIRECTORY.resolve("script"), Child.concat(Machine.pinned(), script))) {
            process.ends();
        }
        return world.events() * 1e9 / (System.nanoTime() - begun);
    }
}
