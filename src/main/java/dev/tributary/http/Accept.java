package dev.tributary.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code Accept} of a request (RFC 9110, section 12.5.1); what cannot be read of it is no preference. */
record Accept(List<Range> ranges) {

    private static final Pattern QUALITY = Pattern.compile(";\\s*[qQ]\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");

    /** One media range, in lower case and without parameters, and its weight from 0 to 1. */
    private record Range(String text, double quality) {

        static Range of(String sent) {
            Matcher quality = QUALITY.matcher(sent);
            String text = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return new Range(text, quality.find() ? Double.parseDouble(quality.group(1)) : 1);
        }

        boolean matches(String mediaType) {
            return text.equals("*/*")
                    || text.equals(mediaType)
                    || text.equals(mediaType.split("/", 2)[0] + "/*");
        }

        // The longer of two that match says more: */*, text/*, text/csv.
        int length() {
            return text.equals("*/*") ? 0 : text.length();
        }
    }

    /** @param lines as they were sent, each a list of ranges; none means anything */
    static Accept of(List<String> lines) {
        List<Range> ranges = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .filter(Predicate.not(String::isBlank))
                .map(Range::of)
                .toList();
        return ranges.isEmpty() ? new Accept(List.of(Range.of("*/*"))) : new Accept(ranges);
    }

    /**
     * What the client likes best.
     *
     * @param current taken when it likes nothing better
     * @return empty if it accepts none
     */
    Optional<Format> best(Format current) {
        return Stream.concat(Stream.of(current), Stream.of(Format.values()))
                .filter(format -> quality(format) > 0)
                .reduce((a, b) -> quality(b) > quality(a) ? b : a);
    }

    private double quality(Format format) {
        return ranges.stream()
                .filter(range -> range.matches(format.mediaType()))
                .max(Comparator.comparingInt(Range::length))
                .map(Range::quality)
                .orElse(0.0);
    }
}
