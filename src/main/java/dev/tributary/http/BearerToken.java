package dev.tributary.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bearer token of a request (RFC 6750, section 2.1). */
final class BearerToken {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i:bearer) +([^ ]+) *");

    private BearerToken() {}

    /**
     * @param lines the header {@code Authorization} as it was sent
     * @return empty if there is none, another scheme, or more than one
     */
    static Optional<String> in(List<String> lines) {
        if (lines.size() != 1) {
            return Optional.empty();
        }
        Matcher credentials = CREDENTIALS.matcher(lines.get(0));
        return credentials.matches() ? Optional.of(credentials.group(1)) : Optional.empty();
    }
}
