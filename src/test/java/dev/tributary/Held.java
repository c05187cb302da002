package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds; needs Linux' {@code /proc}.
 *
 * @param heap KB that are alive, counted after a collection
 * @param descriptors open files and sockets
 * @param connections those of the descriptors that are sockets
 */
record Held(long heap, long threads, long descriptors, long connections) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    static Held by(Process process) throws IOException, InterruptedException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        List<Path> descriptors = entries(proc.resolve("fd"));
        return new Held(
                liveHeap(process),
                entries(proc.resolve("task")).size(),
                descriptors.size(),
                descriptors.stream().filter(Held::isSocket).count());
    }

    private static long liveHeap(Process process) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process told = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        Matcher total = TOTAL.matcher(new String(told.getInputStream().readAllBytes(), UTF_8));
        told.waitFor();
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1)) / 1_024;
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
