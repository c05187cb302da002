package dev.tributary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All pages of one question: their events, and what they say is missing. */
final class Walk {
    private static final int MOST_PAGES = 2_000;

    private final Api api;
    private final List<JsonNode> events = new ArrayList<>();
    private final Set<Missing> missing = new LinkedHashSet<>();
    private final List<JsonNode> reports = new ArrayList<>();
    private boolean complete = true;
    private int pages;

    private Walk(Api api) {
        this.api = api;
    }

    /** A part of a source's window that some page named as missing. */
    record Missing(String source, Instant from, Instant to, boolean uncertain, String link, String why) {
        boolean holds(Happened one) {
            return source.equals(one.upstream().name())
                    && !one.time().isBefore(from)
                    && one.time().isBefore(to);
        }
    }

    static Walk from(Api api, String path) {
        return from(api, path, 0, () -> {});
    }

    /** @param between runs once, before the page of that number, counted from 0, is asked for */
    static Walk from(Api api, String path, int number, Runnable between) {
        Walk walk = new Walk(api);
        for (String next = path; next != null; ) {
            if (walk.pages == number) {
                between.run();
            }
            next = walk.page(next);
        }
        return walk;
    }

    /** In one stream, or in as many as it takes when one is cut. */
    static Walk exported(String url, String path) {
        Walk walk = new Walk(new Api(url));
        for (String next = path; next != null; ) {
            next = walk.stream(url, next);
        }
        return walk;
    }

    private String stream(String url, String path) {
        if (++pages > MOST_PAGES) {
            throw new AssertionError("no end after " + MOST_PAGES + " streams: " + path);
        }
        try (Export export = Export.of(url, path)) {
            if (export.status() != 200) {
                return page(path); // a problem, unless it has passed
            }
            export.readAll();
            events.addAll(export.kept());
            if (!export.isCut()) {
                note(export.summary());
                complete = export.summary().path("complete").asBoolean();
            }
            return export.next(path);
        }
    }

    /** Where every source failed, the way on is the one without them. */
    private String page(String path) {
        if (++pages > MOST_PAGES) {
            throw new AssertionError("no end after " + MOST_PAGES + " pages: " + path);
        }
        Reply page = api.get(path);
        note(page.json());
        if (page.status() >= 500 && page.json().has("without")) {
            complete = false;
            return page.json().path("without").asText();
        }
        if (page.status() != 200) {
            throw new AssertionError(page.http().body());
        }
        events.addAll(page.events());
        complete = page.json().path("complete").asBoolean();
        return page.json().path("next").asText(null);
    }

    private void note(JsonNode answer) {
        for (JsonNode source : answer.path("sources")) {
            reports.add(source);
            for (JsonNode gap : source.path("gaps")) {
                missing.add(new Missing(
                        source.path("name").asText(),
                        Instant.parse(gap.path("from").asText()),
                        Instant.parse(gap.path("to").asText()),
                        gap.path("uncertain").asBoolean(),
                        gap.path("link").asText(),
                        source.path("error").toString()));
            }
        }
    }

    List<JsonNode> events() {
        return events;
    }

    List<String> ids() {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }

    /** As {@link Happened#marker} has it. */
    List<String> markers() {
        return events.stream().map(Walk::marker).toList();
    }

    static String marker(JsonNode event) {
        JsonNode attributes = event.path("attributes");
        String number = switch (event.path("kind").asText()) {
            case "image-log" -> attributes.path("event_id").asText();
            case "cluster-event" -> attributes.path("event_name").asText();
            default -> attributes.path("id").asText();
        };
        return event.path("source").asText() + "/" + number;
    }

    /** What its pages named as missing. */
    Set<Missing> missing() {
        return missing;
    }

    /** What its pages reported of a source, page by page. */
    List<JsonNode> reportsOf(String source) {
        return reports.stream()
                .filter(report -> report.path("name").asText().equals(source))
                .toList();
    }

    /** How long each source of each page took. */
    List<Long> tookMs() {
        return reports.stream().map(report -> report.path("tookMs").asLong()).toList();
    }

    /** Where what is missing can be read again, each place once. */
    Set<String> links() {
        return missing.stream().map(Missing::link).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As its last page says. */
    boolean complete() {
        return complete;
    }

    int pages() {
        return pages;
    }
}
