package dev.tributary.shared;

import static org.awaitility.Awaitility.await;

import dev.tributary.RedisServer;
import dev.tributary.upstream.call.Bucket;
import dev.tributary.upstream.call.LocalBucket;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What one replica has of a real Redis, which is empty at the begin of each test. */
final class RealStore implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Object> told = new ConcurrentLinkedQueue<>();
    private Path directory;
    private RedisServer redis;
    private Store store;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("store");
        redis = RedisServer.start(directory);
        store = new Store(vertx, () -> Redis.createClient(vertx, redis.url()), PATIENCE, meter());
        store.connect();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        await().until(store::isWell);
        redis.ask("FLUSHALL");
        told.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        store.close();
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    Path directory() {
        return directory;
    }

    RedisServer redis() {
        return redis;
    }

    Store store() {
        return store;
    }

    Vertx vertx() {
        return vertx;
    }

    /** What the meters were told, in order. */
    Queue<Object> told() {
        return told;
    }

    /** One of four replicas'. */
    Bucket bucket(int perSecond, int burst) {
        LocalBucket quarter = new LocalBucket(Clock.systemUTC(), perSecond / 4.0, Math.max(1, burst / 4));
        return new SharedBucket(store, Keys.pace("group"), perSecond, burst, quarter);
    }

    static Bucket.Grant take(Bucket bucket, int wanted) {
        return bucket.take(wanted).await().atMost(PATIENCE);
    }

    SharedSlices slices(String replica) {
        return new SharedSlices(store, vertx, new SliceCodec(1 << 20), replica, meter());
    }

    SharedMeter meter() {
        return new SharedMeter() {
            @Override
            public void shares(boolean withOthers) {
                told.add(withOthers);
            }

            @Override
            public void asked(Answer answer) {
                told.add(answer);
            }

            @Override
            public void slice(Slices fate) {
                told.add(fate);
            }
        };
    }
}
