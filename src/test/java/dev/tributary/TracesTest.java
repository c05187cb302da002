package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Collector.Span;
import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With traces on: what a collector gets of queries and of their calls. That traces are off by default, others show. */
@QuarkusTest
@TestProfile(TroubleTest.Hurried.class)
@QuarkusTestResource(value = SimulatorResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = CollectorResource.class, restrictToAnnotatedClass = true)
class TracesTest extends FrontDoorTest {
    private static final String HOUR = "/events?from=" + World.FROM + "&to=" + World.TO;
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    @TestHTTPResource(value = "/", management = true)
    String managementUrl;

    Collector collector;

    private final String trace = newTrace();

    @BeforeEach
    void play() {
        new World(1, 100).playedBy(simulator);
        traced(newTrace()).getAnew(HOUR); // checks what is checked once, such as the unit of a time filter
        simulator.requests().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "ndjson"})
    void queryIsTheCallersChildAndEveryCallTheQuerys(String format) {
        traced().text(HOUR + "&format=" + format);

        List<Span> calls = calls();
        assertThat(query().parent()).isEqualTo(CALLERS_SPAN);
        assertThat(calls).extracting(Span::parent).containsOnly(query().id());
        assertThat(calls)
                .extracting(call -> call.attribute("tributary.source"))
                .containsOnly("images", "prod-cluster", "registry", "orders-db");
        assertThat(query().attribute("tributary.upstream.calls")).isEqualTo("" + calls.size());
        assertThat(traceparentsOnTheWire())
                .containsExactlyInAnyOrderElementsOf(
                        calls.stream().map(Span::traceparent).toList());
    }

    /** The simulator refuses what is not signed as it came in. */
    @Test
    void aSpanSaysWhatBecameOfIt() {
        Api.Reply answer = traced().getAnew(HOUR + "&source=images");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(query().isError()).isFalse();
        assertThat(query().attributes())
                .containsOnlyKeys(
                        "tributary.format",
                        "tributary.outcome",
                        "tributary.events",
                        "tributary.upstream.calls",
                        "http.response.status_code")
                .containsEntry("tributary.format", "json")
                .containsEntry("tributary.outcome", "complete")
                .containsEntry("tributary.events", "" + answer.events().size())
                .containsEntry("http.response.status_code", "200");
        assertThat(calls()).isNotEmpty().allSatisfy(call -> {
            assertThat(call.name()).isEqualTo("call image-log");
            assertThat(call.isError()).isFalse();
            assertThat(call.attributes())
                    .containsOnlyKeys("tributary.source", "tributary.kind", "tributary.outcome")
                    .containsEntry("tributary.kind", "image-log")
                    .containsEntry("tributary.outcome", "ok");
        });
    }

    @Test
    void everyRepetitionIsASpanOfItsOwn() {
        simulator.fault(World.images(), Calls.next(2), Fault.status(503, "X.1"));

        traced().getAnew(HOUR + "&source=images");

        assertThat(calls()).hasSameSizeAs(simulator.requests().of(World.images()));
        assertThat(calls())
                .filteredOn(Span::isError)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.attributes())
                        .containsEntry("tributary.outcome", "upstream-error")
                        .containsEntry("http.response.status_code", "503"));
        assertThat(query().isError()).isFalse();
    }

    @Test
    void sharedReadIsOfTheQueryThatBeganIt() {
        simulator.fault(World.images(), Calls.all(), Fault.latency(Duration.ofSeconds(1)));
        Identity images = World.images();
        CompletableFuture<?> host = CompletableFuture.supplyAsync(() -> traced().get(HOUR + "&source=images"));
        await().until(() -> !simulator.requests().of(images).isEmpty());

        String guests = newTrace();
        traced(guests).get(HOUR + "&source=images&limit=1");
        host.join();

        assertThat(calls()).hasSameSizeAs(simulator.requests().of(images));
        assertThat(spans(guests)).extracting(Span::isQuery).containsExactly(true);
    }

    @Test
    void whatIsNoTraceparentBeginsATraceOfItsOwn() {
        api.with("traceparent", "00-" + trace + "-SENT-01", "tracestate", "a=SENT", "baggage", "a=SENT")
                .getAnew(HOUR + "&source=images");

        await().until(() -> collector.spans().stream()
                .anyMatch(span -> span.isQuery() && span.parent().isEmpty()));
        assertThat(collector.spans()).extracting(Span::trace).doesNotContain(trace);
        assertThat(collector.text()).doesNotContain("SENT");
        assertThat(simulator.requests().all())
                .noneMatch(request -> request.wire().header("tracestate").isPresent()
                        || request.wire().header("baggage").isPresent());
    }

    @Test
    void callerWhoIsNotSampledHasNoSpansButHisTraceGoesOn() {
        api.with("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-00").getAnew(HOUR + "&source=images");

        assertThat(traceparentsOnTheWire())
                .isNotEmpty()
                .allSatisfy(parent -> assertThat(parent).matches("00-" + trace + "-[0-9a-f]{16}-00"));
        assertNothingWasSentOf(trace);
    }

    /** None of them is a query. */
    @Test
    void healthMetricsAndRefusedRequestsHaveNoSpan() {
        Api others = new Api(managementUrl).with("traceparent", traceparent(trace));
        others.text("/q/health");
        others.text("/q/metrics");
        traced().get("/sources");
        traced().get("/events?from=SENT");

        assertNothingWasSentOf(trace);
    }

    /** A span that comes last shows it. */
    private void assertNothingWasSentOf(String callers) {
        String last = newTrace();
        traced(last).getAnew(HOUR + "&source=images");
        await().until(() -> spans(last).stream().anyMatch(Span::isQuery));

        assertThat(spans(callers)).isEmpty();
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Api traced() {
        return traced(trace);
    }

    private Api traced(String callers) {
        return api.with("traceparent", traceparent(callers), "tracestate", "vendor=SENT");
    }

    private static String traceparent(String callers) {
        return "00-" + callers + "-" + CALLERS_SPAN + "-01";
    }

    /** The query's, which ends last. */
    private Span query() {
        return await().until(() -> spans(trace).stream().filter(Span::isQuery).toList(), queries -> queries.size() == 1)
                .get(0);
    }

    private List<Span> calls() {
        query();
        return spans(trace).stream().filter(span -> !span.isQuery()).toList();
    }

    private List<Span> spans(String ofTrace) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(ofTrace))
                .toList();
    }

    private List<String> traceparentsOnTheWire() {
        return simulator.requests().all().stream()
                .map(SeenRequest::wire)
                .map(request -> request.header("traceparent").orElse("none"))
                .toList();
    }
}
