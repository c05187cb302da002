package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.util.Arrays;

/**
 * The connection breaks in the body.
 *
 * @param percent of the body that were sent before, 0 to 99; the headers always were
 */
public record Truncated(int percent) implements Fault {
    @Override
    public void befall(Exchange exchange) {
        Reply reply = exchange.ordinaryReply();
        byte[] body = reply.body();
        exchange.begin(reply, body.length);
        exchange.write(Arrays.copyOf(body, body.length * percent / 100), exchange::cut);
    }
}
