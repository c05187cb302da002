package dev.tributary.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, for the log: the parameters by name, each in one spelling. A cursor's text says nothing to a person, and
 * of a parameter that is none of ours nobody knows what it holds: both are left out.
 */
record QueryText(@Nullable String sent) {

    private static final int LONGEST = 500;
    private static final String LEFT_OUT = "*";

    @Override
    public String toString() {
        String text = parameters()
                .sorted(Comparator.comparing(parameter -> parameter[0]))
                .map(parameter -> encoded(parameter[0]) + "=" + value(parameter))
                .collect(Collectors.joining("&"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** Each as its decoded name and value. */
    private Stream<String[]> parameters() {
        return Stream.ofNullable(sent)
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> (parameter + "=").split("=", 2))
                .map(parameter -> new String[] {decoded(parameter[0]), decoded(parameter[1].replaceFirst("=$", ""))});
    }

    private static String value(String... parameter) {
        boolean isTold = Parameters.isKnown(parameter[0]) && !parameter[0].equals(Parameters.CURSOR);
        return isTold ? encoded(parameter[1]) : LEFT_OUT;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // refused already, as a broken percent escape
        }
    }
}
