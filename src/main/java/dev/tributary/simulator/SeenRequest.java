package dev.tributary.simulator;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.wire.WireRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that the simulator saw.
 *
 * @param identity the list asked for; null when the request names none
 * @param wire the request as it came in
 * @param status answered; 0 while there is no answer, or when there never was one
 * @param endedAt null while it is in flight
 */
public record SeenRequest(
        long number,
        Api api,
        @Nullable Identity identity,
        WireRequest wire,
        Instant arrivedAt,
        Ending ending,
        int status,
        @Nullable Instant endedAt) {

    /** What became of a request. */
    public enum Ending {
        IN_FLIGHT,
        ANSWERED,
        /** The simulator broke the connection, as a fault wanted. */
        CUT,
        /** The caller closed the connection before the answer was whole. */
        CLOSED_BY_CLIENT
    }

    /** The value of the query parameter; null if there is none. */
    public @Nullable String parameter(String name) {
        return wire.parameter(name).orElse(null);
    }

    /** See {@link Api#place}. */
    String place() {
        return api.place(identity);
    }

    SeenRequest ended(Ending how, int answered, Instant when) {
        return new SeenRequest(number, api, identity, wire, arrivedAt, how, answered, when);
    }
}
