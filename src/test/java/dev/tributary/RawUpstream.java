package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Something on a free port that answers every request with the same bytes, whether they are HTTP or not. */
final class RawUpstream implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;
    private volatile boolean wasAsked;

    RawUpstream(String answer) {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            this.answer = answer.getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    boolean wasAsked() {
        return wasAsked;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                readHead(caller);
                wasAsked = true;
                caller.getOutputStream().write(answer);
            } catch (IOException e) {
                // the caller has gone, or this is closed: the next, if there is one
            }
        }
    }

    private static void readHead(Socket caller) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = caller.getInputStream().read();
            if (read < 0) {
                return;
            }
            head.append((char) read);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
