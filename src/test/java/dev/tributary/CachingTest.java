package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.Api.Reply;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What was read is not asked for again; what is being read is not asked for twice; and answers say so. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CachingTest.Remembering.class)
class CachingTest extends FrontDoorTest {
    private static final String HOUR = "/events?limit=1000&from=%s&to=%s";

    @TestHTTPResource(value = "/", management = true)
    String management;

    /** Young data lives as long as settled data does, so that no test hangs on how fast it is. */
    public static class Remembering implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tributary.cache.settled-for", "15m", "tributary.cache.young-for", "15m");
        }
    }

    @Test
    void aWindowThatWasReadIsNotAskedForAgain() {
        new World(1, 150).playedBy(simulator);
        String hour = HOUR.formatted(World.FROM, World.TO);
        Reply first = api.get(hour);
        simulator.requests().clear();
        Reply second = api.get(hour);

        assertThat(second.events()).isEqualTo(first.events()).isNotEmpty();
        assertThat(simulator.requests().all()).isEmpty();
        assertThat(sources(second)).allSatisfy(source -> {
            assertThat(source.path("upstreamCalls").asInt()).isZero();
            assertThat(source.path("cachedSlices").asInt()).isPositive();
        });
    }

    @Test
    void whatComesFromMemoryIsCounted() {
        new World(4, 150).playedBy(simulator);
        String hour = HOUR.formatted(World.FROM, World.TO) + "&source=images";
        String hits = "tributary_cache_hits_total{source=\"images\",kind=\"image-log\"}";
        api.getAnew(hour);
        double before = Scrape.of(management).value(hits);

        int cached = api.get(hour).source("images").path("cachedSlices").asInt();

        assertThat(Scrape.of(management).value(hits) - before).isEqualTo(cached).isPositive();
    }

    @Test
    void aPartOfAWindowThatWasReadIsNotAskedForEither() {
        new World(2, 150).playedBy(simulator);
        api.get(HOUR.formatted(World.FROM.minusSeconds(60), World.TO));
        simulator.requests().clear();
        api.get(HOUR.formatted(World.FROM.plusSeconds(600), World.TO.minusSeconds(600)) + "&order=asc");
        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void noCacheAsksAnew() {
        new World(3, 150).playedBy(simulator);
        String hour = HOUR.formatted(World.FROM, World.TO);
        Reply first = api.getAnew(hour);
        simulator.requests().clear();
        Reply second = api.getAnew(hour);

        assertThat(second.events()).isEqualTo(first.events());
        assertThat(sources(second)).allSatisfy(source -> {
            assertThat(source.path("upstreamCalls").asInt()).isPositive();
            assertThat(source.path("cachedSlices").asInt()).isZero();
        });
        assertThat(sources(second)
                        .mapToInt(source -> source.path("upstreamCalls").asInt())
                        .sum())
                .isEqualTo(simulator.requests().all().size());
    }

    @Test
    void equalQueriesAtTheSameTimeCostOneCall() {
        Instant hour = World.FROM.minus(Duration.ofDays(7));
        simulator.plays(World.images(), Population.of(Row.imageLog(hour.plusSeconds(60))));
        api.getAnew(path("images", World.FROM)); // so that the unit of the time filter is known
        simulator.requests().clear();
        simulator.fault(World.images(), Calls.all(), Fault.latency(Duration.ofSeconds(2)));

        List<Reply> replies = together(3, path("images", hour));

        assertThat(simulator.requests().of(World.images())).hasSize(1);
        assertThat(replies).allSatisfy(reply -> assertThat(reply.events()).hasSize(1));
        assertThat(replies.stream()
                        .map(reply ->
                                reply.source("images").path("upstreamCalls").asInt()))
                .containsExactlyInAnyOrder(1, 0, 0);
        assertThat(replies.stream()
                        .map(reply -> reply.source("images").path("sharedReads").asInt()))
                .containsExactlyInAnyOrder(0, 1, 1);
    }

    /** What is young may have changed since: the answer says when it was read, and reckons from there. */
    @Test
    void asOfIsWhenTheOldestYoungAnswerWasAskedFor() {
        Instant now = Instant.now();
        simulator.plays(World.images(), Population.of(Row.imageLog(now.minusSeconds(100))));
        String path = path("images", now.minus(Duration.ofHours(1)));
        Reply first = api.get(path);
        Reply second = api.get(path);

        assertThat(second.source("images").path("cachedSlices").asInt()).isPositive();
        assertThat(second.source("images").path("asOf"))
                .isEqualTo(first.source("images").path("asOf"));
        assertThat(second.json().path("settledTo")).isEqualTo(first.json().path("settledTo"));
        Instant asOf = Instant.parse(first.source("images").path("asOf").asText());
        Instant settledTo = Instant.parse(first.json().path("settledTo").asText());
        assertThat(Duration.between(settledTo, asOf)).isEqualTo(Duration.ofMinutes(5)); // settle
    }

    private static String path(String source, Instant from) {
        return HOUR.formatted(from, from.plus(Duration.ofHours(1))) + "&source=" + source;
    }

    private List<Reply> together(int queries, String path) {
        ExecutorService callers = Executors.newFixedThreadPool(queries);
        try {
            return Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.get(path), callers))
                    .limit(queries)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            callers.shutdown();
        }
    }

    private static Stream<JsonNode> sources(Reply reply) {
        return StreamSupport.stream(reply.json().path("sources").spliterator(), false);
    }
}
