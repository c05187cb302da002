package dev.tributary.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "nginx nginx true",
                "nginx NginX true",
                "nginx nginx2 false",
                "nginx nginy false",
                "* anything true",
                "* '' true",
                "'' '' true",
                "'' a false",
                "lib* library true",
                "lib* alib false",
                "*ary library true",
                "*ary librarys false",
                "l*r*y library true",
                "l*y*r library false",
                "a*a a false", // one letter cannot be both the beginning and the end
                "ab*bc abc false",
                "a*b*b ab false",
                "a*b*b abb true",
                "a** a true",
                "a\\*b a*b true",
                "a\\*b axb false",
                "a\\\\*b a\\xb true",
                "a\\\\*b axb false",
                "dom\\user DOM\\User true",
                "a\\ a\\ true",
                "ÉTÉ été true",
                "ΣΑΣ σας true", // a sigma at the end of a word has a lower case of its own
                "I ı true" // as everywhere: not by the rules of a language
            })
    void patternMatches(String pattern, String text, boolean matches) {
        assertThat(Glob.of(pattern).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void matchesWhatTryingEveryWayMatches(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String pattern = letters(random, "ab*", 6);
            String text = letters(random, "ab", 8);
            assertThat(Glob.of(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(tryAll(pattern, text));
        }
    }

    private static boolean tryAll(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return tryAll(pattern.substring(1), text) || (!text.isEmpty() && tryAll(pattern, text.substring(1)));
        }
        return !text.isEmpty()
                && pattern.charAt(0) == text.charAt(0)
                && tryAll(pattern.substring(1), text.substring(1));
    }

    private static String letters(Random random, String alphabet, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
