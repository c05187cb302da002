package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.util.Arrays;

/** The connection breaks in the middle of the body. */
public record Truncated() implements Fault {
    @Override
    public void befall(Exchange exchange) {
        Reply reply = exchange.ordinaryReply();
        byte[] body = reply.body();
        exchange.begin(reply, body.length);
        exchange.write(Arrays.copyOf(body, body.length / 2), exchange::cut);
    }
}
