package dev.tributary.simulator.fault;

/** Nothing is wrong. */
public record Pass() implements Fault {
    @Override
    public void befall(Exchange exchange) {
        exchange.say(exchange.ordinaryReply());
    }
}
