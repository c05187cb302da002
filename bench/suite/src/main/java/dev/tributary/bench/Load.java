package dev.tributary.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Asks one server over some connections, each with one request at a time.
 *
 * @param requests the connections send these in turn
 */
record Load(URI server, int connections, List<byte[]> requests) {
    private static final int DIGITS = 3;

    /** What was asked for and answered, and how long the answers took, in microseconds. */
    record Run(long answers, double seconds, Histogram micros) {
        double perSecond() {
            return answers / seconds;
        }

        double p50() {
            return micros.getValueAtPercentile(50) / 1e3;
        }

        double p99() {
            return micros.getValueAtPercentile(99) / 1e3;
        }
    }

    static Load of(URI server, int connections, String target, String... headers) {
        return new Load(server, connections, List.of(HttpConnection.get(target, headers)));
    }

    /** @param args the server, how many connections, for how many seconds, and what is asked for */
    public static void main(String[] args) {
        List<String> words = List.of(args);
        List<byte[]> requests = words.subList(3, words.size()).stream()
                .map(target -> HttpConnection.get(target))
                .toList();
        Load load = new Load(URI.create(words.get(0)), Integer.parseInt(words.get(1)), requests);
        Duration time = Duration.ofSeconds(Integer.parseInt(words.get(2)));
        load.full(time); // warms up
        System.out.println(load.full(time).perSecond() + " a second");
    }

    /**
     * Until what is measured has been compiled, which is a matter of how often it ran and not of how long: after 15 s
     * half of what a slow server takes of its processor is still the compiler's.
     */
    void warmUp(long answers) {
        for (long left = answers; left > 0; ) {
            left -= full(Stage.TIME).answers();
        }
    }

    /** As fast as it goes. */
    Run full(Duration time) {
        return run(time, 0);
    }

    /**
     * So many requests a second. Each is timed from when it should have been sent: one that had to wait for a slow answer
     * before it counts its waiting, too (coordinated omission).
     */
    Run paced(Duration time, double perSecond) {
        return run(time, connections * 1e9 / perSecond);
    }

    private Run run(Duration time, double interval) {
        long begun = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<Histogram>> runs = IntStream.range(0, connections)
                .<Callable<Histogram>>mapToObj(number -> () -> ask(number, begun, begun + time.toNanos(), interval))
                .map(threads::submit)
                .toList();
        threads.shutdown();
        Histogram all = new Histogram(DIGITS);
        runs.forEach(run -> all.add(Waiting.on(run)));
        return new Run(all.getTotalCount(), (System.nanoTime() - begun) / 1e9, all);
    }

    private Histogram ask(int number, long begun, long end, double interval) throws IOException {
        Histogram micros = new Histogram(DIGITS);
        try (HttpConnection connection = new HttpConnection(server)) {
            double first = begun + interval * number / connections;
            for (int count = 0; System.nanoTime() < end; count++) {
                long due = interval == 0 ? System.nanoTime() : waitUntil((long) (first + interval * count));
                connection.exchange(requests.get((number + count) % requests.size()));
                micros.recordValue((System.nanoTime() - due) / 1_000);
            }
        }
        return micros;
    }

    private static long waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }
}
