package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity.Operation;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.wire.WireRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the upstreams see of one request, to the byte. The simulator has checked the signature of each. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class OnTheWireTest extends FrontDoorTest {
    private static final String WINDOW = "?from=2026-01-10T10:00:00.500Z&to=2026-01-10T11:00:00Z";

    /**
     * The window, from half a second past ten to eleven, rounded outward to multiples of 2^18 milliseconds, so that equal
     * questions meet; and one millisecond more at its begin, because it is unknown whether bounds are inclusive.
     */
    private static final String START = "start_time=" + ((1768039200500L >> 18 << 18) - 1);

    private static final String END = "end_time=" + ((1768042800000L + (1 << 18) - 1) >> 18 << 18);

    @BeforeEach
    void askOnce() {
        new World(1, 0).playedBy(simulator);
        api.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .get("/events" + WINDOW);
    }

    @Test
    void imageLogIsAskedWithAllItsParameters() {
        WireRequest request = only(Api.IMAGE_LOG);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri().split("\\?")[0]).isEqualTo("/v5/" + Platform.PROJECT + "/container/image/events");
        assertThat(parameters(request)).containsExactlyInAnyOrder(START, END, "limit=200", "offset=0");
    }

    @Test
    void clusterEventIsAskedWithItsDefaultsSentExplicitly() {
        WireRequest request = only(Api.CLUSTER_EVENT);
        assertThat(request.uri().split("\\?")[0])
                .isEqualTo("/v5/" + Platform.PROJECT + "/container/kubernetes/cluster/events");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder("cluster_id=" + Platform.CLUSTER, START, END, "limit=200", "offset=0");
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

    /**
     * Whole seconds, and a plus that is encoded. The slice is as long as its look-back, two days each, its end rounded to
     * 256 seconds; a second more on both sides.
     */
    @Test
    void databaseAuditIsAskedInSecondsWithAnEncodedOffset() {
        WireRequest request = only(Api.DATABASE_AUDIT);
        assertThat(request.uri().split("\\?")[0])
                .isEqualTo("/v3/" + Platform.PROJECT + "/instances/" + Platform.DATABASE + "/audit-logs");
        assertThat(parameters(request))
                .containsExactlyInAnyOrder(
                        "start_time=2026-01-06T11%3A03%3A27%2B0000",
                        "end_time=2026-01-10T11%3A03%3A29%2B0000", "offset=0", "limit=100");
        assertThat(request.header("X-Language")).contains("en-us");
        assertThat(request.header("Authorization").orElseThrow()).contains("x-language");
    }

    @Test
    void everyCallIsSignedAndSaysWhatTheVendorsOwnClientsSay() {
        assertThat(reads(simulator.requests().all())).hasSize(6).allSatisfy(seen -> {
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

    /** Nor is the caller's passed on. */
    @Test
    void nothingIsTracedUnlessItIsSwitchedOn() {
        assertThat(simulator.requests().all())
                .noneMatch(request -> request.wire().header("traceparent").isPresent());
    }

    private WireRequest only(Api api) {
        List<SeenRequest> reads = reads(simulator.requests().of(api));
        assertThat(reads).hasSize(1);
        return reads.get(0).wire();
    }

    /** Before them, the unit of a time filter may have been checked: by any row from 1970 on. */
    private static List<SeenRequest> reads(List<SeenRequest> requests) {
        return requests.stream()
                .filter(request -> !"0".equals(request.parameter("start_time")))
                .toList();
    }

    /** As they stand on the wire, nothing decoded. */
    private static List<String> parameters(WireRequest request) {
        return List.of(request.uri().split("\\?")[1].split("&"));
    }
}
