package dev.tributary;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A test of what an operator's Prometheus sees of one image log and one cluster event, in a service of little room. */
abstract class MeasuredTest extends FrontDoorTest {
    static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;
    static final String IMAGES = HOUR + "&source=images";
    static final String BOTH = IMAGES + "&source=prod-cluster";
    static final String OF_IMAGES = "source=\"images\",kind=\"image-log\"";
    static final String OF_CLUSTER = "source=\"prod-cluster\",kind=\"cluster-event\"";

    @TestHTTPResource(value = "/", management = true)
    String management;

    Scrape before;

    @BeforeEach
    final void play() {
        simulator.plays(World.images(), Population.of(Row.imageLog(World.FROM)));
        simulator.plays(World.cluster(), Population.of(Row.clusterEvent(World.FROM)));
        before = Scrape.of(management);
    }

    /** As much more as there is now than at the test's begin. */
    final double added(String series) {
        return Scrape.of(management).value(series) - before.value(series);
    }

    final double calls(String source, String result) {
        return added("tributary_upstream_calls_total{%s,result=\"%s\"}".formatted(source, result));
    }

    /** Little room, and an impatient circuit. */
    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tributary.max-queries", "2",
                    "tributary.queue-wait", "100ms",
                    "tributary.max-retries", "1",
                    "tributary.timeout", "4s", // what is repeated must fit into the time of a read
                    "tributary.sources.prod-cluster.breaker.window", "4",
                    "tributary.sources.prod-cluster.breaker.delay", "1s");
        }
    }
}
