package dev.tributary.simulator;

import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.access.User;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A simulator of its own for each test, on a clock that the test sets, with a caller at its door. */
final class Running implements BeforeEachCallback, AfterEachCallback {
    static final String PROJECT = "0123456789abcdef0123456789abcdef";
    static final Identity IMAGES = new Identity.ImageLog(PROJECT);
    static final AccessKey LASTING = new AccessKey("AKEXAMPLE", "SKEXAMPLE");
    static final AccessKey TEMPORARY = new AccessKey("AKTEMPORARY", "SKTEMPORARY", "SECURITYTOKEN");
    static final User USER = new User("account", "user", "pässword");

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final SetClock clock = new SetClock(NOON);
    private Simulator simulator;
    private Caller caller;

    @Override
    public void beforeEach(ExtensionContext context) {
        clock.set(NOON);
        simulator = Simulator.start(SimulatorSettings.onAFreePort()
                .with(clock)
                .with(LASTING)
                .with(TEMPORARY)
                .with(USER)
                .withToken(Caller.TOKEN));
        caller = Caller.of(simulator);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.stop();
    }

    Simulator simulator() {
        return simulator;
    }

    Caller caller() {
        return caller;
    }

    /** Image rows a second apart, the last of them at noon, named 1, 2, 3 … from the oldest on. */
    static Population imagesUntilNoon(int count) {
        return Population.computed(
                count,
                index -> Row.imageLog(NOON.minusSeconds(count - 1 - index))
                        .with("resource_name", Long.toString(index + 1)));
    }

    static String imagePath(String query) {
        return "/v5/" + PROJECT + "/container/image/events" + query;
    }

    static String[] names(int first, int last) {
        IntStream numbers = first <= last
                ? IntStream.rangeClosed(first, last)
                : IntStream.rangeClosed(last, first).map(number -> first + last - number);
        return numbers.mapToObj(Integer::toString).toArray(String[]::new);
    }
}
