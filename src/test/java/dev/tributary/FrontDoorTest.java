package dev.tributary;

import dev.tributary.simulator.Simulator;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.BeforeEach;

/** A test of the service as its users see it, with a simulator behind it that plays nothing yet. */
abstract class FrontDoorTest {
    @InjectSimulator
    Simulator simulator;

    @TestHTTPResource("/")
    String url;

    Api api;

    @BeforeEach
    final void start() {
        simulator.reset();
        api = new Api(url);
    }
}
