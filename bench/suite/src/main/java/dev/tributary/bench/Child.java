package dev.tributary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of its own, and what it says. */
final class Child implements AutoCloseable {
    /** Of those that are measured, all alike. */
    static final String HEAP = "-Xmx512m";

    /** Below it each process has a directory of its own. */
    static final Path DIRECTORY = Path.of(System.getProperty("work", "target/work"));

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path output;
    private int read;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param directory in which it works, and its output is kept */
    static Child of(Path directory, List<String> command) {
        try {
            Path output = Files.createDirectories(directory).resolve("output.txt");
            return new Child(
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class of this suite, on the processors for what is measured. */
    static Child measured(Class<?> main, String... arguments) {
        return of(DIRECTORY.resolve(main.getSimpleName()), concat(Machine.pinned(), java(main, HEAP, arguments)));
    }

    /** A class of this suite, beside the load. */
    static Child beside(Class<?> main, String heap, String... arguments) {
        return of(DIRECTORY.resolve(main.getSimpleName()), java(main, heap, arguments));
    }

    private static List<String> java(Class<?> main, String heap, String... arguments) {
        String classes = System.getProperty("java.class.path");
        return concat(
                List.of(java(), heap, "-Devents=" + Worlds.LARGE.events(), "-cp", classes, main.getName()),
                List.of(arguments));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Waits until it says something that fits, behind what was waited for before, and gives the first group. */
    String says(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String said = said(); System.nanoTime() < end; said = said()) {
            Matcher found = wanted.matcher(said);
            if (found.find(read)) {
                read = found.end();
                return found.group(1);
            }
            if (!process.isAlive()) {
                break;
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new IllegalStateException("it never said " + pattern + ", but: " + said());
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells {@link Floor} to do something, and how often a second it did. */
    double reads(String command) {
        tell(command);
        String[] said = says("(\\d+ [\\d.E-]+)\\R").split(" ");
        return Double.parseDouble(said[0]) / Double.parseDouble(said[1]);
    }

    void tell(String line) {
        try {
            process.outputWriter().append(line).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end, which must be a good one. */
    void ends() {
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said());
        }
    }

    /** Processor time so far. */
    Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kilobytes: {@code VmRSS}, or {@code VmHWM} for the most so far. */
    double memory(String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Megabytes that are alive, counted after a collection. */
    double liveHeap() {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> count = List.of(jcmd, Long.toString(process.pid()), "GC.class_histogram");
        try (Child counted = of(DIRECTORY.resolve("jcmd"), count)) {
            return Long.parseLong(counted.says("Total +\\d+ +(\\d+)\\R")) / 1024.0 / 1024.0;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
