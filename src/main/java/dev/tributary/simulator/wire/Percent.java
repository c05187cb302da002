package dev.tributary.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding by the letter of the vendor's signing rules, and its way back from the wire. */
public final class Percent {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** Everything but {@code A–Z a–z 0–9 - _ . ~} as UTF-8 bytes, {@code %XX} in capitals. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** A part of a path: {@code +} is itself. What is no valid escape stays as it is. */
    public static String decodePath(String text) {
        return decode(text);
    }

    /** A name or value of a query: {@code +} is a space. What is no valid escape stays as it is. */
    public static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    private static String decode(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int escaped = octets[i] == '%' ? hexPair(octets, i + 1) : -1;
            decoded.write(escaped < 0 ? octets[i] : escaped);
            i += escaped < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    /** The byte that two hex digits stand for, -1 if there are none. */
    private static int hexPair(byte[] octets, int at) {
        if (at + 1 >= octets.length) {
            return -1;
        }
        int high = Character.digit(octets[at], 16);
        int low = Character.digit(octets[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
