package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A text that stands nowhere else, and is recognised whatever it was encoded as on its way: its letters and digits are
 * the same in URLs, JSON and HTML, and in base64 and hex it has forms of its own.
 */
record Marker(String text) {

    /** The same one for the same name: a failure can be repeated. */
    static Marker of(String name) {
        String number = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
        return new Marker(number.replace("-", ""));
    }

    boolean isIn(String said) {
        String lower = said.toLowerCase(Locale.ROOT); // Netty tells the version of HTTP in capitals
        return lower.contains(text)
                || lower.contains(HexFormat.of().formatHex(text.getBytes(UTF_8)))
                || IntStream.of(0, 1, 2).mapToObj(this::base64After).anyMatch(said::contains);
    }

    /** Three bytes become four characters, wherever it begins among them: what its neighbours have a part in is left out. */
    private String base64After(int bytes) {
        byte[] shifted = new byte[bytes + text.length()];
        Arrays.fill(shifted, (byte) ' ');
        System.arraycopy(text.getBytes(UTF_8), 0, shifted, bytes, text.length());
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return base64.substring(4, base64.length() - 2);
    }
}
