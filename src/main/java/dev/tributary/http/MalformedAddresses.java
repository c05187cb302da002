package dev.tributary.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a problem of an address that is no URI, such as one with a broken percent escape: nothing behind this filter can
 * read it. The server's own check, which has no body for its 400, is off (see {@code Main}).
 */
class MalformedAddresses {

    static final int AFTER_LONG_ADDRESSES = LongAddresses.BEFORE_ALL_ROUTES - 1;

    void register(@Observes Filters filters) {
        filters.register(MalformedAddresses::check, AFTER_LONG_ADDRESSES);
    }

    static void check(RoutingContext context) {
        String address = context.request().uri();
        if (isUri(address)) {
            context.next();
        } else {
            problem(address).end(context.response());
        }
    }

    private static Problem problem(String address) {
        List<Violation> malformed = parameters(address)
                .filter(parameter -> parameter.contains("#") || !isUri("?" + parameter))
                .map(MalformedAddresses::violation)
                .toList();
        return malformed.isEmpty() ? Problem.of(ProblemType.BAD_REQUEST) : Problem.of(new Rejected(malformed));
    }

    private static Stream<String> parameters(String address) {
        int path = address.indexOf('?');
        return path < 0 ? Stream.empty() : Stream.of(address.substring(path + 1).split("&"));
    }

    private static Violation violation(String parameter) {
        String name = parameter.split("=", 2)[0];
        boolean isReadable = isUri("?" + name);
        return new Violation(
                isReadable ? URLDecoder.decode(name, StandardCharsets.UTF_8) : name,
                "has a broken percent escape, or a character that must be escaped");
    }

    private static boolean isUri(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
