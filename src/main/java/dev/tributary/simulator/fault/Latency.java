package dev.tributary.simulator.fault;

import java.time.Duration;

/** Something happens later than it should. */
public record Latency(Duration delay, Fault then) implements Fault {
    @Override
    public void befall(Exchange exchange) {
        exchange.after(delay, () -> then.befall(exchange));
    }
}
