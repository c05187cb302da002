package dev.tributary.bench;

import dev.tributary.simulator.api.Programme;
import dev.tributary.simulator.api.Route;
import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * The four APIs as the simulator plays them, but every answer is rendered only once: then its bytes are sent as they are.
 * No framework stands in between, no credential is checked, nothing is compressed: it must be faster than whoever asks.
 */
final class Upstream {
    private static final String HEAD = "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    static final String ASKED = "/_asked";

    private final Vertx vertx = Vertx.vertx();
    private final Programme programme = new Programme(Clock.systemUTC());
    private final Map<String, byte[]> rendered = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final LongAdder calls = new LongAdder();

    /** @param delays milliseconds; for each there is a port, which is printed */
    public static void main(String[] delays) {
        Upstream upstream = new Upstream();
        worlds().forEach(world -> world.playedBy(upstream.programme));
        for (String delay : delays) {
            upstream.listen(Integer.parseInt(delay));
        }
    }

    private static List<World> worlds() {
        List<World> worlds = new ArrayList<>(List.of(Worlds.LARGE, Worlds.SMALL));
        IntStream.range(0, Worlds.PROJECTS).mapToObj(World::ofTwenty).forEach(worlds::add);
        return worlds;
    }

    private void listen(int delay) {
        vertx.createNetServer(
                        new NetServerOptions().setHost("127.0.0.1").setPort(0).setTcpNoDelay(true))
                .connectHandler(socket -> socket.handler(new Requests(uri -> answer(socket, uri, delay))))
                .listen()
                .onSuccess(server -> System.out.printf("%d ms: port %d%n", delay, server.actualPort()));
    }

    private void answer(NetSocket socket, String uri, int delay) {
        if (uri.equals(ASKED)) {
            send(socket, response(200, told()));
            return;
        }
        calls.increment();
        asked.add(uri);
        byte[] answer = rendered.computeIfAbsent(uri, this::render);
        if (delay == 0) {
            send(socket, answer);
        } else {
            vertx.setTimer(delay, timer -> send(socket, answer));
        }
    }

    private static void send(NetSocket socket, byte[] answer) {
        socket.write(Buffer.buffer(io.netty.buffer.Unpooled.wrappedBuffer(answer)));
    }

    /** How many calls there were since this was asked last, then what they asked for, a line each. */
    private byte[] told() {
        String lines = calls.sumThenReset() + "\n" + String.join("\n", asked);
        asked.clear();
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] render(String uri) {
        WireRequest request = new WireRequest("GET", uri, Map.of(), new byte[0]);
        try {
            Reply reply = programme.answer(Route.of(request), request);
            return response(reply.status(), reply.body());
        } catch (Refused refused) {
            return response(refused.reply().status(), refused.reply().body());
        }
    }

    private static byte[] response(int status, byte[] body) {
        byte[] head = HEAD.formatted(status, body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] response = new byte[head.length + body.length];
        System.arraycopy(head, 0, response, 0, head.length);
        System.arraycopy(body, 0, response, head.length, body.length);
        return response;
    }
}
