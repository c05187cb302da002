package dev.tributary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses of {@code /events} that nobody should send, drawn from a seed. */
final class BadInputs {
    private static final List<String> NAMES = List.of(
            "from",
            "to",
            "order",
            "limit",
            "cursor",
            "source",
            "kind",
            "cluster",
            "namespace",
            "severity",
            "action",
            "actor",
            "resource",
            "q",
            "include",
            "format",
            "partial",
            "scan",
            "",
            "From",
            "limit ",
            "constructor");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "0x10",
            "NaN",
            "null",
            "true",
            "now",
            "now-1h",
            "now+1h",
            "now-99999999999d",
            "now-",
            "2026-13-45T99:99:99Z",
            "2026-01-10T10:00:00",
            "+1000000000-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "settled",
            "asc",
            "desc",
            "json",
            "ndjson",
            "csv",
            "full",
            "allow",
            "raw",
            "images",
            "prod-cluster",
            "../../etc/passwd",
            "' OR 1=1 --",
            "${jndi:ldap://x/a}",
            "%00",
            "\u0000",
            "a\r\nSet-Cookie: b=c",
            "\u202Eevil",
            "\uFEFF",
            "\uD83D\uDE00",
            "<script>alert(1)</script>",
            "*",
            "*-*",
            "-*",
            "[",
            "\\",
            "a,b,,c");
    /** What no client should leave unescaped. */
    private static final List<String> UNESCAPED = List.of(
            "%",
            "%%", "%4", "%zz", "%u0041", "%-1", "{", "}", "|", "^", "\\", "\"", "<", "[", "`", "#", "é", "%ff",
            "%c3%28");

    private final Random random;
    private final List<String> cursors;

    /** @param cursors good ones */
    BadInputs(long seed, List<String> cursors) {
        this.random = new Random(seed);
        this.cursors = cursors;
    }

    String next() {
        return random.nextInt(3) == 0 ? "/events?cursor=" + encoded(cursor()) + rest() : "/events?" + parameters();
    }

    private String rest() {
        return random.nextInt(4) == 0 ? "&" + parameters() : "";
    }

    private String parameters() {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(any -> encoded(any(NAMES)) + (random.nextInt(20) == 0 ? "" : "=" + encoded(value())))
                .collect(Collectors.joining("&"));
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> text(random.nextInt(40));
            case 1 -> any(VALUES) + any(VALUES);
            case 2 -> any(VALUES).repeat(1 + random.nextInt(60));
            default -> any(VALUES);
        };
    }

    /** Of any characters, halves of pairs included. */
    private String text(int length) {
        return random.ints(length, 0, Character.MAX_VALUE + 1)
                .mapToObj(character -> Character.toString((char) character))
                .collect(Collectors.joining());
    }

    private String cursor() {
        String good = any(cursors);
        List<Supplier<String>> damages = List.of(
                () -> flipped(good),
                () -> good.substring(0, random.nextInt(good.length())),
                () -> good.substring(random.nextInt(good.length())),
                () -> good + good,
                () -> good + text(1 + random.nextInt(5)),
                () -> encodedBytes(random.nextInt(200)),
                () -> encodedBytes(8_000),
                this::value);
        return any(damages).get();
    }

    private String flipped(String good) {
        byte[] bytes = Base64.getUrlDecoder().decode(good);
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String encodedBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return random.nextInt(12) == 0 ? broken(encoded) : encoded;
    }

    private String broken(String encoded) {
        int place = random.nextInt(encoded.length() + 1);
        return encoded.substring(0, place) + any(UNESCAPED) + encoded.substring(place);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
