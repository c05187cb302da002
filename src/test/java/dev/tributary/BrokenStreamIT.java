package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service writes to its log when a stream breaks on either side: nothing of its inside. */
class BrokenStreamIT {
    private static final String LOGS_OF_AN_HOUR =
            "/events?source=images&format=ndjson&order=asc&partial=deny&from=" + World.FROM + "&to=" + World.TO;
    private static final String FAILING_AT_ONCE = """
            tributary.max-retries=0
            tributary.cache.settled-for=0s
            tributary.requests-per-second=1000
            tributary.burst=1000
            """;

    @TempDir
    Path directory;

    @Test
    void neitherAnUpstreamThatFailsInMidStreamNorAClientThatGoesLeavesAStackTrace() throws InterruptedException {
        try (Simulator simulator =
                        Simulator.start(SimulatorSettings.onAFreePort().with(SimulatorResource.ACCESS_KEY));
                PackagedService service = PackagedService.start(
                        directory, PackagedService.fourSourcesAt(simulator.url()) + FAILING_AT_ONCE, Map.of())) {
            simulator.plays(World.images(), World.manyLogs());
            readAndGoAway(service.url());
            await("nothing more is asked for it")
                    .until(() -> simulator.requests().inFlight() == 0);
            simulator.fault(World.images(), Calls.from(12), Fault.status(500, "X.1"));
            Export broken = Export.of(service.url(), LOGS_OF_AN_HOUR).readAll();
            service.terminate();
            service.exitCode(); // all has been written

            assertThat(broken.status()).isEqualTo(200);
            assertThat(broken.isCut()).isTrue();
            assertThat(service.output().lines())
                    .allSatisfy(line -> assertThat(Api.json(line).fieldNames())
                            .toIterable()
                            .containsExactlyElementsOf(NothingLeaksIT.FIELDS_OF_A_RECORD));
        }
    }

    private static void readAndGoAway(String url) {
        try (Export export = Export.of(url, LOGS_OF_AN_HOUR)) {
            export.readLines(10);
        }
    }
}
