package dev.tributary.simulator.life;

import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import dev.tributary.simulator.population.Scramble;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** An audit file an hour, complete on the hour. */
record DatabaseLife(long seed, Instant origin, long size, String instance) implements Population {
    private static final Duration LENGTH = Duration.ofHours(1);

    @Override
    public long timeOf(long index) {
        return begin(index + 1).toEpochMilli();
    }

    @Override
    public Duration longest() {
        return LENGTH;
    }

    @Override
    public Row row(long index) {
        return Row.databaseAudit(begin(index), begin(index + 1))
                .with("id", Texts.hex(32, seed, index) + "br01")
                .with("name", (300_000 + index) + "_" + instance + "_Audit_" + Texts.uuid(seed, index, 1))
                .with("size", size(index));
    }

    private Instant begin(long index) {
        return origin.plus(LENGTH.multipliedBy(index));
    }

    /** KB with six decimals, as the vendor's example has them: from 8 to 28 MB. */
    private BigDecimal size(long index) {
        return BigDecimal.valueOf(8_000_000_000L + Scramble.below(2_000_000_000, seed, index, 2) * 10L, 6);
    }
}
