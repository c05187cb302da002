package dev.tributary;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import java.util.HashMap;
import java.util.Map;

/** Has the service send its traces, at once, to a collector that tests have a field for. */
public class CollectorResource implements QuarkusTestResourceLifecycleManager {
    private final Collector collector = new Collector();

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(collector.configuration());
        configuration.put("quarkus.otel.bsp.schedule.delay", "10ms");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(collector, new MatchesType(Collector.class));
    }

    @Override
    public void stop() {
        collector.close();
    }
}
