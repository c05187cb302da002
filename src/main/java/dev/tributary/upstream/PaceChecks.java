package dev.tributary.upstream;

import java.util.HashMap;
import java.util.Map;

/** What must hold between the sources that share a pace: it has one speed, so no source can have its own. */
record PaceChecks(UpstreamConfig config, Endpoints endpoints, FaultCollector faults) {

    void check() {
        Map<PaceGroup, ConfiguredSource> firsts = new HashMap<>();
        ConfiguredSource.allOf(config)
                .forEach(source -> PaceGroup.of(source, endpoints)
                        .map(group -> firsts.putIfAbsent(group, source))
                        .ifPresent(first -> checkEqual(first.tuning(), source.tuning())));
    }

    private void checkEqual(EffectiveTuning first, EffectiveTuning other) {
        checkEqual(first.requestsPerSecond(), other.requestsPerSecond());
        checkEqual(first.burst(), other.burst());
    }

    private void checkEqual(Setting<Integer> first, Setting<Integer> other) {
        faults.addUnless(
                first.value().equals(other.value()),
                other.key(),
                "must equal " + first.key() + ": sources of one account, host and kind share one pace");
    }
}
