package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.util.Arrays;

/** Half of the ordinary body, sent as if it were the whole: HTTP sees nothing wrong. */
public record CutJson() implements Fault {
    @Override
    public void befall(Exchange exchange) {
        Reply whole = exchange.ordinaryReply();
        byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        exchange.say(new Reply(whole.status(), whole.headers(), half));
    }
}
