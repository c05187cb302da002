package dev.tributary.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Halves of UTF-16 pairs that stand alone: JSON texts may hold them, UTF-8 cannot. */
final class LoneSurrogates {

    private static final Pattern ANY =
            Pattern.compile("[\\x{D800}-\\x{DFFF}]"); // matches by code point: lone ones only

    private LoneSurrogates() {}

    /** The same JSON text, with each of them as an escape of six characters. */
    static String escaped(String json) {
        return ANY.matcher(json)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
