package dev.tributary.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The upstream's process, and how often and for how long everything is measured. */
final class Stage implements AutoCloseable {
    static final int RUNS = Integer.getInteger("runs", 5);
    static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 5));
    /** Before it is measured for the first time; a JVM goes on getting faster for longer than one thinks. */
    static final Duration WARM_UP = TIME.multipliedBy(3);

    /** Answers before one is measured for the first time: then the compiler takes less than a fiftieth of what it does. */
    static final long WARM_UP_ANSWERS = Long.getLong("warm", 20_000);

    static final int CONNECTIONS = 8;

    /** How long each call takes, in milliseconds: none of its own, that of an export's pages, and of a page. */
    static final int NO_DELAY = 0;

    static final int DELAY_OF_AN_EXPORT = 20;
    static final int DELAY_OF_A_PAGE = 50;

    private static final List<Integer> DELAYS = List.of(NO_DELAY, DELAY_OF_AN_EXPORT, DELAY_OF_A_PAGE);

    private final Child process;
    private final Map<Integer, Integer> ports = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Stage() {
        String[] delays = DELAYS.stream().map(String::valueOf).toArray(String[]::new);
        process = Child.beside(Upstream.class, "-Xmx3g", delays);
        DELAYS.forEach(delay -> ports.put(delay, Integer.parseInt(process.says("port (\\d+)\\R"))));
    }

    int port(int delay) {
        return ports.get(delay);
    }

    URI upstream(int delay) {
        return URI.create("http://127.0.0.1:" + port(delay));
    }

    /** How often the upstream was called, and with what, since this was asked last. */
    Asked asked() {
        String[] lines = get(upstream(NO_DELAY) + Upstream.ASKED).split("\n");
        Set<String> uris = new TreeSet<>(List.of(lines).subList(1, lines.length));
        return new Asked(Long.parseLong(lines[0]), List.copyOf(uris));
    }

    record Asked(long calls, List<String> uris) {}

    /** How many calls a second the upstream answers, when whoever asks does nothing else, on processors of his own. */
    double callsPerSecond(List<String> uris) {
        String[] arguments = Child.concat(
                        List.of(upstream(NO_DELAY).toString(), "" + CONNECTIONS, "" + TIME.toSeconds()), uris)
                .toArray(String[]::new);
        try (Child load = Child.measured(Load.class, arguments)) {
            return Double.parseDouble(load.says("(\\S+) a second\\R"));
        }
    }

    /** An answer of status 200. */
    String get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
