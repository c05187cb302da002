package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.wire.WireRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the upstreams see of one request, to the byte. The simulator has checked the signature of each. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class OnTheWireTest {
    private static final String WINDOW = "?from=2026-01-10T10:00:00.500Z&to=2026-01-10T11:00:00Z";

    @InjectSimulator
    Simulator simulator;

    @TestHTTPResource("/")
    String url;

    @BeforeEach
    void askOnce() {
        simulator.reset();
        new World(1, 0).playedBy(simulator);
        new dev.tributary.Api(url).get("/events" + WINDOW);
    }

    /** Bounds go one millisecond beyond the window, because it is unknown whether they are inclusive. */
    @Test
    void imageLogIsAskedWithAllItsParameters() {
        WireRequest request = only(Api.IMAGE_LOG);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri().split("\\?")[0]).isEqualTo("/v5/" + Platform.PROJECT + "/container/image/events");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder(
                        "start_time=1768039200499", "end_time=1768042800000", "limit=200", "offset=0");
    }

    @Test
    void clusterEventIsAskedWithItsDefaultsSentExplicitly() {
        WireRequest request = only(Api.CLUSTER_EVENT);
        assertThat(request.uri().split("\\?")[0])
                .isEqualTo("/v5/" + Platform.PROJECT + "/container/kubernetes/cluster/events");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder(
                        "cluster_id=" + Platform.CLUSTER,
                        "start_time=1768039200499",
                        "end_time=1768042800000",
                        "limit=200",
                        "offset=0");
    }

    @Test
    void registryAuditIsAskedForEachOfItsThreeLists() {
        assertThat(simulator.requests().of(Api.REGISTRY_AUDIT)).hasSize(3);
        for (Operation operation : Operation.values()) {
            WireRequest request =
                    simulator.requests().of(World.list(operation)).get(0).wire();
            assertThat(request.uri().split("\\?")[0])
                    .isEqualTo("/v2/" + Platform.PROJECT + "/instances/" + Platform.REGISTRY + "/audit-logs");
            assertThat(parameters(request))
                    .containsExactlyInAnyOrder("operation=" + operation.wire(), "limit=100", "offset=0");
        }
    }

    /** Whole seconds, two days of look-back, a second more at the end, and a plus that is encoded. */
    @Test
    void databaseAuditIsAskedInSecondsWithAnEncodedOffset() {
        WireRequest request = only(Api.DATABASE_AUDIT);
        assertThat(request.uri().split("\\?")[0])
                .isEqualTo("/v3/" + Platform.PROJECT + "/instances/" + Platform.DATABASE + "/audit-logs");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder(
                        "start_time=2026-01-08T10%3A00%3A00%2B0000",
                        "end_time=2026-01-10T11%3A00%3A01%2B0000", "offset=0", "limit=100");
        assertThat(request.header("X-Language")).contains("en-us");
        assertThat(request.header("Authorization").orElseThrow()).contains("x-language");
    }

    @Test
    void everyCallIsSignedAndSaysWhatTheVendorsOwnClientsSay() {
        assertThat(simulator.requests().all()).hasSize(6).allSatisfy(seen -> {
            WireRequest request = seen.wire();
            assertThat(seen.status()).isEqualTo(200);
            assertThat(request.header("Authorization").orElseThrow())
                    .startsWith("SDK-HMAC-SHA256 Access=" + SimulatorResource.ACCESS_KEY.accessKey());
            assertThat(request.header("X-Project-Id")).contains(Platform.PROJECT);
            assertThat(request.header("Content-Type")).contains("application/json");
            assertThat(request.header("Accept-Encoding").orElseThrow()).contains("gzip");
            assertThat(request.header("User-Agent")).contains("tributary");
            assertThat(request.header("X-Auth-Token")).isEmpty();
            assertThat(request.header("Accept")).isEmpty();
            assertThat(request.headers().get("host")).hasSize(1);
        });
    }

    private WireRequest only(Api api) {
        assertThat(simulator.requests().of(api)).hasSize(1);
        return simulator.requests().of(api).get(0).wire();
    }

    /** As they stand on the wire, nothing decoded. */
    private static List<String> parameters(WireRequest request) {
        return List.of(request.uri().split("\\?")[1].split("&"));
    }
}
