package dev.tributary.simulator.api;

import dev.tributary.simulator.wire.Refused;
import dev.tributary.simulator.wire.Reply;
import dev.tributary.simulator.wire.WireRequest;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a request, read with the checks that all four APIs share.
 *
 * @param refusal the API's own error for a parameter that will not do, from a sentence that says why
 */
record Parameters(WireRequest request, Function<String, Reply> refusal) {

    /** The value; the upstreams take an empty one for none. */
    Optional<String> text(String name) {
        return request.parameter(name).filter(value -> !value.isEmpty());
    }

    String mandatoryText(String name) {
        return text(name).orElseThrow(() -> refused("parameter " + name + " is mandatory"));
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    Optional<Long> number(String name, long least, long most) {
        return text(name).map(value -> parsed(name, value, least, most));
    }

    long mandatoryNumber(String name, long least, long most) {
        return parsed(name, mandatoryText(name), least, most);
    }

    private long parsed(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused("parameter " + name + " is no whole number");
        }
        throw refused("parameter " + name + " is not from " + least + " to " + most);
    }

    Refused refused(String why) {
        return new Refused(refusal.apply(why));
    }
}
