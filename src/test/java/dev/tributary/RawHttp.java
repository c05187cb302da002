package dev.tributary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Requests that no library would send, byte for byte. */
final class RawHttp {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private RawHttp() {}

    /** An answer as it came, its head included. */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /** Status line and headers. */
        String head() {
            return text.substring(0, endOfHead());
        }

        Optional<String> header(String name) {
            return head().lines()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }

        String body() {
            return text.substring(endOfHead());
        }

        private int endOfHead() {
            return text.indexOf("\r\n\r\n") + 4;
        }
    }

    /** HTTP/1.0, so that the answer is no chunks and the end of the connection its end. */
    static Answer get(String url, String target) {
        return send(url, "GET " + target + " HTTP/1.0\r\nHost: a\r\n\r\n");
    }

    /** Sends this and reads until the connection is closed. */
    static Answer send(String url, String request) {
        return send(url, request, PATIENCE);
    }

    /** Sends this and reads until the connection is closed, or silent for that long: a request may never be whole. */
    static Answer send(String url, String request, Duration patience) {
        URI base = URI.create(url);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) patience.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException | SocketException over) {
            // what has come is the answer
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(read.toString(StandardCharsets.UTF_8));
    }
}
