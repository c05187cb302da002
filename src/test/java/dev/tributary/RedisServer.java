package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Redis, of Debian's {@code redis-server}: without it, what needs it fails. */
public final class RedisServer implements AutoCloseable {
    private final Path directory;
    private final List<String> options;
    private final String password;
    private final int port = freePort();
    private final int tlsPort = freePort();
    private Process process;

    private RedisServer(Path directory, List<String> options, String password) {
        this.directory = directory;
        this.options = options;
        this.password = password;
    }

    /** On a free port, with nothing in it, and writing nothing to disk. */
    public static RedisServer start(Path directory, String... options) {
        RedisServer server = new RedisServer(directory, List.of(options), "");
        server.restart();
        return server;
    }

    /** The same with a password, and with TLS at {@link #tlsUrl}. */
    static RedisServer secured(Path directory, String password) throws IOException {
        Certificates authority = Certificates.in(directory);
        Map<String, String> pem = authority.pem("redis");
        Path certificate = Files.writeString(directory.resolve("tls.crt"), pem.get("tls.crt"));
        Path key = Files.writeString(directory.resolve("tls.key"), pem.get("tls.key"));
        RedisServer server = new RedisServer(
                directory,
                List.of(
                        "--tls-cert-file", certificate.toString(),
                        "--tls-key-file", key.toString(),
                        "--tls-ca-cert-file", authority.authority().toString(),
                        "--tls-auth-clients", "no",
                        "--requirepass", password),
                password);
        server.restart();
        return server;
    }

    /** On the same port, empty. */
    public void restart() {
        List<String> command = new ArrayList<>(List.of("redis-server", "--port", Integer.toString(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--appendonly", "no"));
        command.addAll(
                options.contains("--tls-key-file") ? List.of("--tls-port", Integer.toString(tlsPort)) : List.of());
        command.addAll(options);
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("redis.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server is not here", e);
        }
        await("redis-server to be up")
                .ignoreExceptions()
                .until(() -> ask("PING").contains("PONG"));
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    String tlsUrl() {
        return "rediss://localhost:" + tlsPort;
    }

    /** One command in a line, as {@code redis-cli} takes it; its answer as it comes over the wire. */
    public String ask(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            String login = password.isEmpty() ? "" : "AUTH " + password + "\r\n";
            out.write((login + command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It answers nobody any more, and closes nothing. */
    public void stand() {
        signal("STOP");
    }

    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
