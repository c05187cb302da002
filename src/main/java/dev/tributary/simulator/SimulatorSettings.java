package dev.tributary.simulator;

import dev.tributary.simulator.access.AccessKey;
import dev.tributary.simulator.access.User;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a simulator is started.
 *
 * @param port 0 takes a free one
 * @param clock rows later than this clock are not shown; signatures and tokens are judged by it too
 * @param accessKeys who may sign
 * @param users who may log in
 * @param tokens tokens accepted without a login, for ever
 * @param tokenLife how long a token lasts that a login hands out; IAM's last 24 hours
 */
public record SimulatorSettings(
        int port, Clock clock, List<AccessKey> accessKeys, List<User> users, List<String> tokens, Duration tokenLife) {

    /** A free port, the system's clock, and nobody who may call. */
    public static SimulatorSettings onAFreePort() {
        return onPort(0);
    }

    /** See {@link #onAFreePort}. */
    public static SimulatorSettings onPort(int port) {
        return new SimulatorSettings(port, Clock.systemUTC(), List.of(), List.of(), List.of(), Duration.ofHours(24));
    }

    public SimulatorSettings with(Clock other) {
        return new SimulatorSettings(port, other, accessKeys, users, tokens, tokenLife);
    }

    public SimulatorSettings with(AccessKey one) {
        return new SimulatorSettings(port, clock, and(accessKeys, one), users, tokens, tokenLife);
    }

    public SimulatorSettings with(User one) {
        return new SimulatorSettings(port, clock, accessKeys, and(users, one), tokens, tokenLife);
    }

    public SimulatorSettings withToken(String one) {
        return new SimulatorSettings(port, clock, accessKeys, users, and(tokens, one), tokenLife);
    }

    public SimulatorSettings withTokensFor(Duration life) {
        return new SimulatorSettings(port, clock, accessKeys, users, tokens, life);
    }

    private static <T> List<T> and(List<T> some, T one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
