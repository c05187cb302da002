package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway before the service that loses the first stream, in the midst of a line some way behind one of progress. */
final class CutOnce implements AutoCloseable {
    private static final int LINES_BEHIND = 50;

    private final URI service;
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String told;

    private CutOnce(URI service, HttpServer server) {
        this.service = service;
        this.server = server;
    }

    static CutOnce before(String url) throws IOException {
        CutOnce gateway = new CutOnce(
                URI.create(url), HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        gateway.server.createContext("/", gateway::pass);
        gateway.server.start();
        return gateway;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths and queries asked for, in order. */
    List<String> asked() {
        return asked;
    }

    /** The line of progress that got through before the cut. */
    String told() {
        return told;
    }

    // An exchange that ends with an exception closes its connection and leaves its body without an end.
    private void pass(HttpExchange exchange) throws IOException {
        boolean first = asked.isEmpty();
        asked.add(exchange.getRequestURI().toString());
        HttpURLConnection answer = (HttpURLConnection)
                service.resolve(exchange.getRequestURI()).toURL().openConnection();
        answer.setRequestProperty("Accept", exchange.getRequestHeaders().getFirst("Accept"));
        exchange.sendResponseHeaders(answer.getResponseCode(), 0);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.getInputStream(), UTF_8))) {
            if (first) {
                lose(lines, exchange.getResponseBody());
            }
            copy(lines, exchange.getResponseBody());
        }
        exchange.close();
    }

    private void lose(BufferedReader lines, OutputStream body) throws IOException {
        String line = lines.readLine();
        for (int behind = 0; behind < LINES_BEHIND; line = lines.readLine()) {
            told = line.startsWith("{\"progress\"") ? line : told;
            behind += told == null ? 0 : 1;
            body.write((line + "\n").getBytes(UTF_8));
        }
        body.write(line.substring(0, line.length() / 2).getBytes(UTF_8));
        body.flush();
        throw new IOException("cut");
    }

    private static void copy(BufferedReader lines, OutputStream body) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            body.write((line + "\n").getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
