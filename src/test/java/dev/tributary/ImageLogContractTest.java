package dev.tributary;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;

@QuarkusTest
class ImageLogContractTest extends EventSourceContract {
    ImageLogContractTest() {
        super("images", Api.IMAGE_LOG);
    }

    @Override
    void play(List<Instant> times) {
        simulator.plays(
                World.images(),
                Population.of(numbered(times, (id, time) -> Row.imageLog(time).with("event_id", "e" + id))));
    }
}
