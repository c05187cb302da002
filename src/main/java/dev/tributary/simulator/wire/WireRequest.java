package dev.tributary.simulator.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param uri path and query as they stood in the request line, nothing decoded
 * @param headers by lower-case name, values in their order
 */
public record WireRequest(String method, String uri, Map<String, List<String>> headers, byte[] body) {

    /** A parameter of the query, decoded. */
    public record Parameter(String name, String value) {
        private static Parameter of(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Parameter(Percent.decodeQuery(text), "")
                    : new Parameter(
                            Percent.decodeQuery(text.substring(0, equals)),
                            Percent.decodeQuery(text.substring(equals + 1)));
        }
    }

    /** The path, decoded. */
    public String path() {
        int mark = uri.indexOf('?');
        return Percent.decodePath(mark < 0 ? uri : uri.substring(0, mark));
    }

    /** The parameters in the order of the wire. */
    public List<Parameter> query() {
        int mark = uri.indexOf('?');
        return mark < 0
                ? List.of()
                : Arrays.stream(uri.substring(mark + 1).split("&", -1))
                        .filter(text -> !text.isEmpty())
                        .map(Parameter::of)
                        .toList();
    }

    /** The first value of the parameter, which may be empty text. */
    public Optional<String> parameter(String name) {
        return query().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
