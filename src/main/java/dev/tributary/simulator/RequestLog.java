package dev.tributary.simulator;

import dev.tributary.simulator.SeenRequest.Ending;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.control.CallCounts;
import dev.tributary.simulator.wire.WireRequest;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a simulator saw, in the order of arrival. */
public final class RequestLog implements CallCounts {
    private final Clock clock;
    private final Map<Long, SeenRequest> seen = new LinkedHashMap<>();
    private final Set<Long> inFlight = new HashSet<>();
    private long last;
    private int mostAtOnce;

    RequestLog(Clock clock) {
        this.clock = clock;
    }

    public synchronized List<SeenRequest> all() {
        return List.copyOf(seen.values());
    }

    public List<SeenRequest> of(Api api) {
        return matching(request -> request.api() == api);
    }

    public List<SeenRequest> of(Identity identity) {
        return matching(request -> identity.equals(request.identity()));
    }

    private List<SeenRequest> matching(Predicate<SeenRequest> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** How many wait for their answer. */
    public synchronized int inFlight() {
        return inFlight.size();
    }

    /** The most that ever waited at the same time since the log was last cleared. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public Map<String, Long> byPlace() {
        return all().stream().collect(Collectors.groupingBy(SeenRequest::place, TreeMap::new, Collectors.counting()));
    }

    /** Forgets what was seen; what is in flight still counts as such. */
    @Override
    public synchronized void clear() {
        seen.clear();
        mostAtOnce = inFlight.size();
    }

    synchronized long arrived(Api api, @Nullable Identity identity, WireRequest wire) {
        last++;
        seen.put(last, new SeenRequest(last, api, identity, wire, clock.instant(), Ending.IN_FLIGHT, 0, null));
        inFlight.add(last);
        mostAtOnce = Math.max(mostAtOnce, inFlight.size());
        return last;
    }

    /** Counts once: what a request ended as first stays. */
    synchronized void ended(long number, Ending how, int status) {
        if (inFlight.remove(number)) {
            seen.computeIfPresent(number, (same, request) -> request.ended(how, status, clock.instant()));
        }
    }
}
