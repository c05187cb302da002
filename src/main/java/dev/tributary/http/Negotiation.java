package dev.tributary.http;

import dev.tributary.fanout.PartialMode;
import jakarta.ws.rs.NotAcceptableException;
import java.util.Map;
import java.util.Optional;

/** Which format a request is answered in, and what that does to its other parameters. */
record Negotiation(Parameters given, Accept accept) {

    /** The parameters of a walk's first request, with what the format adds that all its pages keep. */
    Parameters first() {
        Format format = format(Format.JSON);
        Parameters asked = format == Format.JSON ? given : given.with(Parameters.FORMAT, format.text());
        boolean denies = format.partial() == PartialMode.DENY;
        return denies ? asked.withDefault(Parameters.PARTIAL, "deny") : asked;
    }

    /**
     * The parameters of a later request.
     *
     * @param frozen of the walk, with what this request chooses anew
     * @param begun the format in which the walk began
     */
    Parameters later(Parameters frozen, Optional<String> begun) {
        Format before = begun.map(Format.byText()::get).orElse(Format.JSON);
        Format format = format(before);
        if (format == before) {
            return frozen;
        }
        Parameters changed = frozen.with(Parameters.FORMAT, format.text());
        return given.single(Parameters.LIMIT).isPresent() ? changed : changed.without(Parameters.LIMIT);
    }

    private Format format(Format current) {
        Map<String, Format> known = Format.byText();
        return given.single(Parameters.FORMAT)
                .map(text -> known.getOrDefault(text, current)) // whoever reads the parameter reports it
                .orElseGet(() -> accept.best(current).orElseThrow(NotAcceptableException::new));
    }
}
