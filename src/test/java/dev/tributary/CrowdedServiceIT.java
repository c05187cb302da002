package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service with 128 MB of heap, which it does not survive to run out of, and more queries than they can hold. */
class CrowdedServiceIT {
    private static final int QUERIES = 32;

    @TempDir
    static Path directory;

    private static final Crowd crowd = new Crowd();
    private static Simulator simulator;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
        crowd.playedBy(simulator);
        service = PackagedService.start(
                directory, crowd.configuration(simulator.url()), Map.of(), "-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        simulator.close();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void queriesThatCannotAllBeHeldEndByAnAnswerOrBeforeTheyBegin() {
        Api api = service.api();

        List<Api.Reply> replies = atOnce(api);

        assertThat(replies).extracting(Api.Reply::status).isSubsetOf(200, 503);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 503)
                .allSatisfy(
                        reply -> assertThat(reply.json().path("type").asText()).isEqualTo("/problems/overloaded"))
                .allSatisfy(reply -> assertThat(retryAfter(reply)).isPositive());
        assertAnswered(replies);
        assertAnswered(List.of(api.getAnew(crowd.query())));
    }

    private static List<Api.Reply> atOnce(Api api) {
        ExecutorService callers = Executors.newFixedThreadPool(QUERIES);
        List<CompletableFuture<Api.Reply>> asked = IntStream.range(0, QUERIES)
                .mapToObj(query -> CompletableFuture.supplyAsync(() -> api.getAnew(crowd.query()), callers))
                .toList();
        List<Api.Reply> replies = asked.stream().map(CompletableFuture::join).toList();
        callers.shutdown();
        return replies;
    }

    private static void assertAnswered(List<Api.Reply> replies) {
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 200)
                .isNotEmpty()
                .allSatisfy(reply ->
                        assertThat(reply.json().path("complete").asBoolean()).isTrue())
                .allSatisfy(reply -> assertThat(reply.events())
                        .extracting(CrowdedServiceIT::told)
                        .containsExactlyElementsOf(crowd.newest(reply.events().size())))
                .anySatisfy(reply -> assertThat(reply.events()).hasSize(Crowd.LIMIT));
    }

    private static String told(JsonNode event) {
        return event.path("time").asText() + " " + event.path("source").asText();
    }

    private static long retryAfter(Api.Reply reply) {
        return reply.http().headers().firstValueAsLong("Retry-After").orElse(0);
    }
}
