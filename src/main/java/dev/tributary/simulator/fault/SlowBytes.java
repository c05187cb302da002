package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.time.Duration;
import java.util.Arrays;

/** The body comes in small pieces with a pause after each. */
public record SlowBytes(int bytesAtOnce, Duration pause) implements Fault {
    @Override
    public void befall(Exchange exchange) {
        Reply reply = exchange.ordinaryReply();
        exchange.begin(reply, reply.body().length);
        writeFrom(0, reply.body(), exchange);
    }

    private void writeFrom(int start, byte[] body, Exchange exchange) {
        if (start >= body.length) {
            exchange.end();
            return;
        }
        int next = Math.min(start + bytesAtOnce, body.length);
        exchange.write(
                Arrays.copyOfRange(body, start, next),
                () -> exchange.after(pause, () -> writeFrom(next, body, exchange)));
    }
}
