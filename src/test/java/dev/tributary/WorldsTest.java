package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walking through the front door equals the truth that the world knows: none twice, none missing, in order. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class WorldsTest {
    private static final Comparator<JsonNode> ASCENDING =
            Comparator.comparing(text("time")).thenComparing(text("source")).thenComparing(text("id"));

    @InjectSimulator
    Simulator simulator;

    @TestHTTPResource("/")
    String url;

    @BeforeEach
    void reset() {
        simulator.reset();
    }

    @ParameterizedTest(name = "seed {0}, pages of {1}, up to {2} rows a source, {3}")
    @MethodSource("worlds")
    void walkingEqualsTheTruth(long seed, int limit, int mostRows, String order) {
        World world = new World(seed, mostRows);
        world.playedBy(simulator);

        List<JsonNode> events = new Api(url)
                .walk("/events?from=" + World.FROM + "&to=" + World.TO + "&limit=" + limit + "&order=" + order);

        assertThat(events).extracting(WorldsTest::marker).doesNotHaveDuplicates();
        assertThat(events).extracting(WorldsTest::marker).containsExactlyInAnyOrderElementsOf(world.markers());
        assertThat(events).isSortedAccordingTo(order.equals("asc") ? ASCENDING : ASCENDING.reversed());
    }

    static Stream<Arguments> worlds() {
        return Stream.of(worlds(12, 1, 300), worlds(24, 7, 500), worlds(24, 100, 1_000))
                .flatMap(some -> some);
    }

    private static Stream<Arguments> worlds(int count, int limit, int mostRows) {
        return IntStream.range(0, count)
                .mapToObj(number -> Arguments.of(1_000L * limit + number, limit, mostRows, order(number)));
    }

    private static String order(int seed) {
        return seed % 2 == 0 ? "asc" : "desc";
    }

    private static String marker(JsonNode event) {
        JsonNode attributes = event.path("attributes");
        return switch (event.path("kind").asText()) {
            case "image-log" -> attributes.path("event_id").asText();
            case "cluster-event" -> attributes.path("event_name").asText();
            default -> attributes.path("id").asText();
        };
    }

    private static Function<JsonNode, String> text(String field) {
        return event -> event.path(field).asText();
    }
}
