package dev.tributary.http;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.tributary.event.SampleEvents;
import dev.tributary.fanout.QueryConfig;
import dev.tributary.source.EventSource;
import dev.tributary.source.Sources;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests as they are checked at one time, by a service with the four sources of the samples. */
final class Requests {

    static final Instant NOW = Instant.parse("2026-11-21T08:30:00.456Z");

    static final Sources SOURCES = new Sources(List.of(
            FakeSource.having(SampleEvents.imageLog()),
            FakeSource.having(SampleEvents.databaseAudit()),
            FakeSource.having(SampleEvents.clusterEvent()),
            FakeSource.having(SampleEvents.registryAudit())));

    private Requests() {}

    static Checked check(String query) {
        return check(query, SOURCES.all());
    }

    static Checked check(String query, Accept accept) {
        return check(query, SOURCES.all(), accept);
    }

    static Checked check(String query, List<EventSource> sources) {
        return check(query, sources, Accept.of(List.of()));
    }

    private static Checked check(String query, List<EventSource> sources, Accept accept) {
        Clock clock = Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC);
        return new RequestCheck(new Limits(), new Sources(sources), clock)
                .check(parameters(query), accept, SourcePatterns.all());
    }

    static EventsRequest accepted(String query) {
        return (EventsRequest) check(query);
    }

    static List<Violation> violations(String query) {
        return ((Rejected) check(query)).violations();
    }

    static Map<String, List<String>> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(groupingBy(pair -> pair[0], mapping(pair -> pair.length == 1 ? "" : pair[1], toList())));
    }

    private record Limits() implements QueryConfig {
        @Override
        public Duration maxWindow() {
            return Duration.ofDays(31);
        }

        @Override
        public int maxLimit() {
            return 1_000;
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int maxCalls() {
            return 200;
        }

        @Override
        public int maxQueries() {
            return 16;
        }

        @Override
        public Optional<MemorySize> maxBufferedBytes() {
            return Optional.empty();
        }

        @Override
        public Duration queueWait() {
            return Duration.ofSeconds(1);
        }
    }
}
