package dev.tributary.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** A connection that asks and waits for the answer, and costs little more than the system's own calls. */
final class HttpConnection implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] piece = new byte[BUFFER];

    HttpConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    /** The bytes of a request, to be sent any number of times. */
    static byte[] get(String target, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n").getBytes(US_ASCII);
    }

    /**
     * Sends a request and reads the answer to its end.
     *
     * @throws IOException also when the status is not 200
     */
    void exchange(byte[] request) throws IOException {
        exchange(request, (bytes, length) -> {});
    }

    /** @param body given the answer's body, piece by piece; the bytes are overwritten by the next piece */
    void exchange(byte[] request, Body body) throws IOException {
        out.write(request);
        long length = head();
        if (length < 0) {
            chunks(body);
        } else {
            pass(length, body);
        }
    }

    /** What becomes of a body. */
    interface Body {
        void take(byte[] bytes, int length);
    }

    /** The length of the body; below 0 it comes in chunks. */
    private long head() throws IOException {
        String status = line();
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(status);
        }
        long length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        return length;
    }

    private void chunks(Body body) throws IOException {
        for (int length = chunk(); length > 0; length = chunk()) {
            pass(length, body);
            line();
        }
        line();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private void pass(long bytes, Body body) throws IOException {
        for (long left = bytes; left > 0; ) {
            int length = in.read(piece, 0, (int) Math.min(left, piece.length));
            if (length < 0) {
                throw new EOFException("the answer has no end");
            }
            body.take(piece, length);
            left -= length;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the answer has no end");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
