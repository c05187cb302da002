package dev.tributary.upstream.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's signer cannot be asked about: spellings on the wire that it never produces itself. */
class CanonicalUriTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "a=1+2, a=1%202",
        "a=1%202, a=1%202",
        "a=1%2b2, a=1%2B2",
        "a=*~, a=%2A~",
        "a=%2A%7E, a=%2A~",
        "a, a=",
        "a=, a=",
        "a=b=c, a=b%3Dc",
        "&a=1&&b=2&, a=1&b=2",
        "b=2&a=3&a=1&A=4, A=4&a=3&a=1&b=2",
        "%7a=1&a%2Bb=2, a%2Bb=2&z=1",
        "%C3%BC=1&z=2, %C3%BC=1&z=2",
        "ü=1, %C3%BC=1"
    })
    void querySpelledInAnyWayHasOneCanonicalForm(String wire, String canonical) {
        assertThat(CanonicalUri.query(URI.create("https://host/?" + wire))).isEqualTo(canonical);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'', /",
        "/, /",
        "/a, /a/",
        "/a/, /a/",
        "/a///, /a/",
        "//a//b, //a//b/",
        "/a+b, /a%2Bb/",
        "/a%20b, /a%20b/",
        "/a%2fb, /a%2Fb/",
        "/~*:@, /~%2A%3A%40/"
    })
    void pathSpelledInAnyWayHasOneCanonicalForm(String wire, String canonical) {
        assertThat(CanonicalUri.path(URI.create("https://host" + wire))).isEqualTo(canonical);
    }
}
