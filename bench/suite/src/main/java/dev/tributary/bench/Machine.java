package dev.tributary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which processors do what: whoever is measured has the first half for himself, the upstream and whoever asks have the
 * others. Without {@code taskset}, or with one processor, all share all.
 */
final class Machine {
    /** As bench/run says; empty when nothing can be pinned. */
    private static final String MEASURED = System.getProperty("measured.cpus", "");

    private static final String OTHERS = System.getProperty("other.cpus", "");

    private Machine() {}

    /** What stands before the command of a process that is measured. */
    static List<String> pinned() {
        return MEASURED.isEmpty() ? List.of() : List.of("taskset", "-c", MEASURED);
    }

    static String description() {
        return "- Machine: %s, %d processors, %s kB of memory, Linux %s, load %s before%n"
                        .formatted(
                                in("/proc/cpuinfo", "model name\\s*: (.+)"),
                                processors(),
                                in("/proc/meminfo", "MemTotal: +(\\d+)"),
                                System.getProperty("os.version"),
                                in("/proc/loadavg", "(\\S+)"))
                + "- Java: %s; Quarkus, Vert.x and Camel as `bench/pom.xml` has them%n"
                        .formatted(System.getProperty("java.vm.version"))
                + (MEASURED.isEmpty()
                        ? "- All processes share all processors%n".formatted()
                        : "- Processors: %s for what is measured, %s for the upstream and the load%n"
                                .formatted(MEASURED, OTHERS));
    }

    private static long processors() {
        return in("/proc/cpuinfo", "(processor)\\s*:").isEmpty()
                ? Runtime.getRuntime().availableProcessors()
                : Pattern.compile("(?m)^processor")
                        .matcher(text("/proc/cpuinfo"))
                        .results()
                        .count();
    }

    private static String in(String file, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text(file));
        return found.find() ? found.group(1) : "";
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }
}
