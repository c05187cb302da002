package dev.tributary.http;

import dev.tributary.event.Kind;
import dev.tributary.fanout.FilterField;
import dev.tributary.format.RawRecords;
import dev.tributary.source.SourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that begins a walk.
 *
 * @param given what the client sent
 * @param asked the same, with what the chosen format adds
 */
record FirstRequest(Parameters given, Parameters asked, QueryReader reader, List<SourceId> sources) {

    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::text).toList();

    Optional<EventsRequest> check(Violations violations) {
        checkKnown(FilterField.SOURCE, sources.stream().map(SourceId::name).toList(), violations);
        checkKnown(FilterField.KIND, KINDS, violations);
        RawRecords raw = reader.raw();
        return reader.query(null).map(query -> {
            EventsRequest request =
                    new EventsRequest(query, raw, reader.format(), Frozen.of(given, asked, query.window()));
            checkLength(request, violations);
            return request;
        });
    }

    private void checkKnown(FilterField field, List<String> known, Violations violations) {
        List<String> unknown = reader.filter().matchingNone(field, known);
        if (!unknown.isEmpty()) {
            violations.add(
                    field.text(),
                    "is unknown: %s; known: %s".formatted(String.join(", ", unknown), String.join(", ", known)));
        }
    }

    // Told before the walk begins, since nobody can shorten a query in the middle of one.
    private void checkLength(EventsRequest request, Violations violations) {
        List<SourceId> asked =
                sources.stream().filter(request.query().filter()::canMatch).toList();
        String longest = request.frozen()
                .allowingGaps()
                .link(LongestWalk.of(asked, request.query().window()));
        String follow = request.frozen().follow(request.query().window().from());
        if (Math.max(longest.length(), follow.length()) > Frozen.LONGEST_LINK) {
            violations.add(longestParameter(), "makes the query too long for the links of its answers");
        }
    }

    private String longestParameter() {
        return given.texts().entrySet().stream()
                .max(Comparator.comparingInt(
                        each -> String.join("", each.getValue()).length()))
                .map(Map.Entry::getKey)
                .orElse(FilterField.SOURCE.text()); // too many sources for one walk: the client can name some
    }
}
