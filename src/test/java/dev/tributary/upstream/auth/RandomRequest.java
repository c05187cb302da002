package dev.tributary.upstream.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.upstream.call.OutgoingRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A request that no reasonable client would send, and how it might be spelled on the wire. */
record RandomRequest(
        String method, String endpoint, String path, Map<String, List<String>> query, String language, String body) {
    private static final String UNRESERVED = "abcXYZ019-._~";
    private static final String AWKWARD = " +*:/=&%!'()[]@$,;?#\"\\<>|^`{}éß張三\u00a0\u2028😀";
    // a question mark or hash in a path would end the path for java.net.URL, with which the vendor's signer reads it
    private static final String AWKWARD_IN_PATH = AWKWARD.replaceAll("[/?#]", "");
    private static final List<String> HOSTS = List.of("hss.cn-north-4.myhuaweicloud.com", "127.0.0.1", "[::1]", "a-b");
    private static final List<String> PORTS = List.of("", ":80", ":443", ":8480");

    static RandomRequest of(Random random) {
        boolean posts = random.nextInt(4) == 0;
        return new RandomRequest(
                posts ? "POST" : "GET",
                (random.nextBoolean() ? "https://" : "http://") + any(HOSTS, random) + any(PORTS, random),
                path(random),
                query(random),
                random.nextBoolean() ? "en-us" : "",
                posts ? text(UNRESERVED + AWKWARD, random) : "");
    }

    /** As it may arrive at the signer: the same request, in one of its many spellings. */
    OutgoingRequest onTheWire(Random random) {
        StringBuilder uri = new StringBuilder(endpoint).append(spelled(path, "/:@!$&'()*+,;=", random));
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            for (String value : parameter.getValue()) {
                uri.append(separator).append(spelledInQuery(parameter.getKey(), random));
                uri.append(value.isEmpty() && random.nextBoolean() ? "" : "=" + spelledInQuery(value, random));
                separator = '&';
            }
        }
        return new OutgoingRequest(method, URI.create(uri.toString()), headers(), body.getBytes(UTF_8));
    }

    Map<String, String> headers() {
        return language.isEmpty() ? Map.of() : Map.of("X-Language", language);
    }

    private static String spelledInQuery(String text, Random random) {
        String spelled = spelled(text, ":/?@!$'()*,;", random);
        return random.nextBoolean() ? spelled : spelled.replace("%20", "+");
    }

    private static String spelled(String text, String alsoLegal, Random random) {
        StringBuilder spelled = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(each -> {
            boolean legal = (UNRESERVED + alsoLegal).contains(each);
            boolean asItIs = each.equals("/") || (legal && random.nextInt(4) > 0);
            spelled.append(asItIs ? each : WireUri.everythingEscaped(each));
        });
        return spelled.toString();
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int segments = random.nextInt(5); segments > 0; segments--) {
            path.append('/').append(random.nextInt(6) == 0 ? "" : text(UNRESERVED + AWKWARD_IN_PATH, random));
        }
        path.append(any(List.of("/", "/events", "/events/"), random));
        // the vendor's signer has no canonical form for several slashes and nothing else
        return path.toString().matches("/+") ? "/" : path.toString();
    }

    private static Map<String, List<String>> query(Random random) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int parameters = random.nextInt(7); parameters > 0; parameters--) {
            // no awkward names: the vendor's signer counts one twice, once encoded and once as it is
            String name = "p" + text(UNRESERVED, random);
            query.computeIfAbsent(name, none -> new ArrayList<>()).add(text(UNRESERVED + AWKWARD, random));
            if (random.nextInt(3) == 0) {
                query.get(name).add(text(UNRESERVED + AWKWARD, random));
            }
        }
        return query;
    }

    private static String text(String alphabet, Random random) {
        int[] letters = alphabet.codePoints().toArray();
        return random.ints(random.nextInt(8), 0, letters.length)
                .map(index -> letters[index])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String any(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
