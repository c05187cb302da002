package dev.tributary.bench;

import dev.tributary.event.Event;
import dev.tributary.event.EventKey;
import dev.tributary.event.EventOrder;
import dev.tributary.format.JsonLines;
import dev.tributary.format.RawRecords;
import dev.tributary.merge.MergeStep;
import dev.tributary.source.Batch;
import dev.tributary.source.Frontier;
import dev.tributary.source.Hints;
import dev.tributary.upstream.auth.AccessKeys;
import dev.tributary.upstream.auth.AkSkCredential;
import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.slice.Row;
import dev.tributary.upstream.slice.UpstreamRecord;
import dev.tributary.walk.Cursor;
import dev.tributary.walk.CursorCodec;
import dev.tributary.walk.MalformedCursorException;
import dev.tributary.walk.Position;
import dev.tributary.walk.Walk;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is measured by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Operations {
    private static final int SOURCES = 8;
    private static final int EVENTS = 100; // of each source
    private static final Instant TIME = Instant.parse("2026-01-10T00:00:00Z");

    private final List<Batch> batches =
            IntStream.range(0, SOURCES).mapToObj(Operations::batch).toList();
    private final Cursor cursor = cursor();
    private final String text = CursorCodec.encode(cursor);
    private final AkSkCredential credential = new AkSkCredential(
            new AccessKeys("AKEXAMPLE", "SKEXAMPLE", null), Worlds.TWENTY.project(), Clock.systemUTC());
    private final OutgoingRequest request = new OutgoingRequest(
            "GET",
            URI.create("https://hss.cn-north-4.myhuaweicloud.com/v5/" + Worlds.TWENTY.project()
                    + "/container/image/events?start_time=1768039200000&end_time=1768042800000&limit=200&offset=0"),
            Map.of(),
            new byte[0]);

    private static Batch batch(int source) {
        Event sample = Records.IMAGE_LOG.events().get(0);
        List<Event> events = IntStream.range(0, EVENTS)
                .mapToObj(number -> at(sample, TIME.plusMillis((long) SOURCES * number + source), "source-" + source))
                .toList();
        return Batch.of(events, Frontier.end(EventOrder.ASC));
    }

    private static Event at(Event event, Instant time, String source) {
        return new Event(
                event.id(),
                time,
                null,
                source,
                event.kind(),
                event.scope(),
                event.action(),
                event.severity(),
                event.actor(),
                event.resource(),
                event.namespace(),
                event.message(),
                event.attributes(),
                event.raw());
    }

    private static Cursor cursor() {
        List<String> sources = List.of("images", "orders-db", "prod-cluster", "registry");
        Map<String, Hints> hints =
                Map.of("orders-db", new Hints(List.of(86_400L)), "registry", new Hints(List.of(-1L, 500L)));
        EventKey key = new EventKey(TIME, "prod-cluster", "00112233445566778899aabbccddeeff");
        Walk walk = new Walk(new Position.After(key), sources, List.of(), List.of(), false, TIME, hints);
        return new Cursor(Map.of("from", List.of("1795163400000"), "to", List.of("1795167000000")), Map.of(), walk);
    }

    /** An event of eight sources that take turns. */
    @Benchmark
    @OperationsPerInvocation(SOURCES * EVENTS)
    public MergeStep mergeOneEvent() {
        return MergeStep.of(batches, EventOrder.ASC, Integer.MAX_VALUE);
    }

    @Benchmark
    public String encodeACursor() {
        return CursorCodec.encode(cursor);
    }

    @Benchmark
    public Cursor decodeACursor() throws MalformedCursorException {
        return CursorCodec.decode(text);
    }

    @Benchmark
    public Map<String, String> signOneRequest() {
        return credential.headersFor(request);
    }

    @Benchmark
    public Row normalise(Sample sample) {
        return sample.records.normalise(sample.record);
    }

    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public void write(Sample sample) {
        sample.lines.events(sample.events).forEach(Runnable::run);
    }

    /** Records and events of a kind. */
    @State(Scope.Benchmark)
    public static class Sample {
        static final int SIZE = 20;

        @Param
        Records records;

        private UpstreamRecord record;
        private List<Event> events;
        private final JsonLines lines = new JsonLines(OutputStream.nullOutputStream(), RawRecords.LEFT_OUT);

        @Setup
        public void prepare() {
            record = records.records().get(0);
            events = records.events();
        }
    }
}
