package dev.tributary.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.tributary.event.EventOrder;
import dev.tributary.source.Window;
import dev.tributary.walk.Cursor;
import dev.tributary.walk.CursorCodec;
import dev.tributary.walk.Walk;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all pages of a walk have in common, as its cursors carry it.
 *
 * @param parameters texts by name as first asked; {@code from} and {@code to} in epoch milliseconds
 * @param sent a hash of each parameter as it was first sent
 */
record Frozen(Map<String, List<String>> parameters, Map<String, Integer> sent) {

    /** A URL that is handed out has at most so many bytes: proxies on the way accept 8 KB. */
    static final int LONGEST_LINK = 7_000;

    /** What each request of a walk may choose anew. */
    private static final Set<String> FREE = Set.of(Parameters.LIMIT, Parameters.FORMAT, Parameters.INCLUDE);

    private static final String PLAIN = "/events?";
    private static final String LINK = PLAIN + "cursor=";

    /** @param asked what was given, with what the chosen format adds */
    static Frozen of(Parameters given, Parameters asked, Window window) {
        return new Frozen(asked.texts(), hashes(given)).within(window);
    }

    static Frozen of(Cursor cursor) {
        return new Frozen(cursor.parameters(), cursor.sent());
    }

    Optional<String> single(String name) {
        return new Parameters(parameters).single(name);
    }

    /** The walk's parameters, with what this page chooses anew. */
    Map<String, List<String>> overriddenBy(Parameters given) {
        Map<String, List<String>> effective = new HashMap<>(parameters);
        effective.putAll(given.only(FREE::contains).texts());
        return effective;
    }

    /** The address of the page that begins where the walk stands, with as many of its hints as fit. */
    String link(Walk walk) {
        String link = LINK + CursorCodec.encode(new Cursor(parameters, sent, walk));
        boolean mayShrink = link.length() > LONGEST_LINK && !walk.hints().isEmpty();
        return mayShrink ? link(walk.withFewerHints()) : link;
    }

    /** Where a follower goes on: the same query over what has settled since then. */
    String follow(Instant from) {
        Frozen followed = with(Parameters.FROM, Long.toString(from.toEpochMilli()))
                .with(Parameters.TO, TimeText.SETTLED)
                .with(Parameters.ORDER, EventOrder.ASC.text())
                .with(Parameters.PARTIAL, "deny");
        return followed.parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream().map(text -> each.getKey() + "=" + encoded(text)))
                .collect(joining("&", PLAIN, ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same query over a part of its window. */
    Frozen within(Window window) {
        return with(Parameters.FROM, Long.toString(window.from().toEpochMilli()))
                .with(Parameters.TO, Long.toString(window.to().toEpochMilli()));
    }

    Frozen allowingGaps() {
        return with(Parameters.PARTIAL, "allow");
    }

    /** Reports each parameter that a later request of the walk repeats otherwise than it was first sent. */
    void compare(Parameters repeated, Violations violations) {
        hashes(repeated).forEach((name, hash) -> {
            if (!hash.equals(sent.get(name))) {
                violations.add(name, "must be left out or as it was when the walk began");
            }
        });
    }

    private Frozen with(String name, String text) {
        Map<String, List<String>> changed = new HashMap<>(parameters);
        changed.put(name, List.of(text));
        return new Frozen(Map.copyOf(changed), sent);
    }

    private static Map<String, Integer> hashes(Parameters parameters) {
        return parameters
                .only(name -> !FREE.contains(name) && !name.equals(Parameters.CURSOR))
                .texts()
                .entrySet()
                .stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        each -> String.join("\n", each.getValue()).hashCode()));
    }
}
