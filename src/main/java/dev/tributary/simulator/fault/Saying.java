package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;

/** Another answer than the ordinary one. */
public record Saying(Reply reply) implements Fault {
    @Override
    public void befall(Exchange exchange) {
        exchange.say(reply);
    }
}
