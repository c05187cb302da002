package dev.tributary.simulator.fault;

/** The connection breaks before a byte is answered. */
public record Reset() implements Fault {
    @Override
    public void befall(Exchange exchange) {
        exchange.cut();
    }
}
