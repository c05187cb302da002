package dev.tributary.simulator.fault;

/** No answer ever. */
public record Hang() implements Fault {
    @Override
    public void befall(Exchange exchange) {
        // Nothing: the caller waits until it gives up.
    }
}
