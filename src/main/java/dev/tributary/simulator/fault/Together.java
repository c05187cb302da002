package dev.tributary.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/** Calls wait until a number of them have met; then it happens to all of them. */
public final class Together implements Fault {
    private final int calls;
    private final Fault then;
    private final List<Exchange> waiting = new ArrayList<>();

    Together(int calls, Fault then) {
        this.calls = calls;
        this.then = then;
    }

    @Override
    public void befall(Exchange exchange) {
        met(exchange).forEach(then::befall);
    }

    private synchronized List<Exchange> met(Exchange exchange) {
        waiting.add(exchange);
        if (waiting.size() < calls) {
            return List.of();
        }
        List<Exchange> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
