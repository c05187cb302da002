package dev.tributary.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.VertxInternal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Scanner;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The least that can be done: a Vert.x client sends the calls and reads their JSON, token by token, without any use. Does
 * what its standard input says, a line each, and answers with how often and in how many seconds.
 */
final class Floor {
    private static final JsonFactory JSON = new JsonFactory();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    private Floor(int port) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setMaxPoolSize(256));
    }

    /** @param args the upstream's port */
    public static void main(String[] args) {
        Floor floor = new Floor(Integer.parseInt(args[0]));
        Scanner commands = new Scanner(System.in);
        while (commands.hasNextLine()) {
            floor.run(List.of(commands.nextLine().split(" ")));
        }
        floor.vertx.close();
    }

    private void run(List<String> words) {
        long begun = System.nanoTime();
        long count = switch (words.get(0)) {
            case "fanout" -> fanouts(words);
            case "pages" -> pages(words);
            default -> throw new IllegalArgumentException(words.get(0));
        };
        System.out.println(count + " " + (System.nanoTime() - begun) / 1e9);
    }

    /** @param words after the first: of which world, and how many at a time of each source */
    private long pages(List<String> words) {
        World world = words.get(1).equals("large") ? Worlds.LARGE : Worlds.SMALL;
        return new Pages(this, world).read(Integer.parseInt(words.get(2)));
    }

    /** @param words after the first: how many at a time, for how many seconds, and the calls of each */
    private long fanouts(List<String> words) {
        long end = System.nanoTime() + Integer.parseInt(words.get(2)) * 1_000_000_000L;
        List<String> calls = words.subList(3, words.size());
        return sideBySide(Integer.parseInt(words.get(1)), () -> {
            Promise<Long> ended = Promise.promise();
            fanOut(calls, end, 1, ended);
            return ended.future();
        });
    }

    /** One after the other; as one chain of futures, thousands of them would not fit on the stack. */
    private void fanOut(List<String> calls, long end, long number, Promise<Long> ended) {
        Future.all(calls.stream().map(this::tokens).toList())
                .onFailure(ended::fail)
                .onSuccess(all -> {
                    if (System.nanoTime() < end) {
                        fanOut(calls, end, number + 1, ended);
                    } else {
                        ended.complete(number);
                    }
                });
    }

    /** Runs the work so many times at once, each on an event loop of its own if there are enough, and adds up. */
    private long sideBySide(int times, Supplier<Future<Long>> work) {
        List<Future<Long>> running =
                IntStream.range(0, times).mapToObj(number -> onALoop(work)).toList();
        return running.stream().mapToLong(Waiting::on).sum();
    }

    Future<Long> onALoop(Supplier<Future<Long>> work) {
        Promise<Long> done = Promise.promise();
        ((VertxInternal) vertx)
                .createEventLoopContext()
                .runOnContext(started -> work.get().onComplete(done));
        return done.future();
    }

    /** Reads one answer to its end. */
    Future<Buffer> tokens(String uri) {
        return client.request(HttpMethod.GET, uri)
                .compose(request -> request.send().compose(HttpClientResponse::body))
                .onSuccess(Floor::read);
    }

    private static void read(Buffer body) {
        try (JsonParser parser = JSON.createParser(body.getBytes())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // nothing is made of it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
