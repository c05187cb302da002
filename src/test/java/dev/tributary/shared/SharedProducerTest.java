package dev.tributary.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.upstream.Configured;
import dev.tributary.upstream.call.LocalBucket;
import dev.tributary.upstream.slice.SettledSlices;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SharedProducerTest {
    /** There is nothing here that it could connect with. */
    @Test
    void withoutAnAddressEachReplicaIsOnItsOwn() {
        SharedProducer producer =
                new SharedProducer(Configured.nothing().as(ReplicasConfig.class), null, Clock.systemUTC(), null, null);
        assertThat(producer.slices()).isSameAs(SettledSlices.NONE);
        assertThat(producer.buckets().of("group", 1, 1)).isInstanceOf(LocalBucket.class);
        producer.close();
    }
}
