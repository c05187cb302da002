package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.access.User;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.AnnotatedAndMatchesType;
import java.util.Map;

/**
 * A simulator on a free port, before the application starts; the property {@code simulator.url} leads to it, and a test
 * takes it with {@link InjectSimulator}. Nothing is played: each test resets it and says what it wants.
 */
public class SimulatorResource implements QuarkusTestResourceLifecycleManager {
    public static final AccessKey ACCESS_KEY = new AccessKey("AKEXAMPLE", "SKEXAMPLE");
    public static final User USER = new User("account", "user", "password");
    public static final String TOKEN = "TOKENEXAMPLE";

    private Simulator simulator;

    @Override
    public Map<String, String> start() {
        simulator = Simulator.start(
                SimulatorSettings.onAFreePort().with(ACCESS_KEY).with(USER).withToken(TOKEN));
        return Map.of(
                "simulator.url", simulator.url(),
                "tributary.accounts.default.access-key", ACCESS_KEY.accessKey(),
                "tributary.accounts.default.secret-key", ACCESS_KEY.secretKey());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(simulator, new AnnotatedAndMatchesType(InjectSimulator.class, Simulator.class));
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.stop();
        }
    }
}
