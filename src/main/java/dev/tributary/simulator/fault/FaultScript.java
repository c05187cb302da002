package dev.tributary.simulator.fault;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which calls go wrong, and how. Where several lines of the script fit a call, the first written counts. */
public final class FaultScript {
    private final List<Line> lines = new ArrayList<>();

    /** For every call of the API. */
    public synchronized void add(Api api, Calls calls, Fault fault) {
        lines.add(new Line((called, identity) -> called == api, calls, fault));
    }

    /** For calls that ask for that list. */
    public synchronized void add(Identity asked, Calls calls, Fault fault) {
        lines.add(new Line((called, identity) -> asked.equals(identity), calls, fault));
    }

    public synchronized void clear() {
        lines.clear();
    }

    /** What befalls this call. */
    public synchronized Fault next(Api api, @Nullable Identity identity) {
        return lines.stream()
                .filter(line -> line.target.test(api, identity))
                // Every line counts the call, also those that another line keeps from having their way.
                .filter(Line::counts)
                .toList()
                .stream()
                .findFirst()
                .map(line -> line.fault)
                .orElseGet(Pass::new);
    }

    private static final class Line {
        final BiPredicate<Api, @Nullable Identity> target;
        final Calls calls;
        final Fault fault;
        private long seen;

        Line(BiPredicate<Api, @Nullable Identity> target, Calls calls, Fault fault) {
            this.target = target;
            this.calls = calls;
            this.fault = fault;
        }

        boolean counts() {
            seen++;
            return calls.hold(seen);
        }
    }
}
