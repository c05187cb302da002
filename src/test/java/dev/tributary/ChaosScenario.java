package dev.tributary;

import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.life.Platform;
import dev.tributary.simulator.population.Population;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One fault that befalls one source in a walk over four. The source is used by nobody else, so it begins cold. */
record ChaosScenario(Upstream upstream, ChaosFault fault, Span span, Moment moment) {
    /** Rows of each source in the window; with four sources that makes four pages. */
    private static final int ROWS = 8;

    private static final int LIMIT = 8;
    private static final int HEALTHY = 0;

    /** How long the fault lasts. */
    enum Span {
        ONCE("once"),
        FOR_EVER("for ever");

        private final String text;

        Span(String text) {
            this.text = text;
        }
    }

    /** When it begins. */
    enum Moment {
        AT_THE_START("at the start"),
        IN_MID_WALK("in mid-walk");

        private final String text;

        Moment(String text) {
            this.text = text;
        }
    }

    /** All of them; refused credentials first, because they must rest before they can be seen to recover. */
    static List<ChaosScenario> all() {
        List<ChaosScenario> all = new ArrayList<>();
        for (ChaosFault fault : ChaosFault.values()) {
            for (Upstream.Api api : Upstream.Api.values()) {
                for (Span span : Span.values()) {
                    for (Moment moment : Moment.values()) {
                        all.add(new ChaosScenario(new Upstream(api, HEALTHY + 1 + all.size()), fault, span, moment));
                    }
                }
            }
        }
        return all;
    }

    /** One of each API, which nothing befalls. */
    static List<Upstream> healthy() {
        return Stream.of(Upstream.Api.values())
                .map(api -> new Upstream(api, HEALTHY))
                .toList();
    }

    /** Those that the walk reads beside the one in trouble. */
    List<Upstream> beside() {
        return healthy().stream()
                .filter(healthy -> healthy.api() != upstream.api())
                .toList();
    }

    /** The column of the table. */
    static String column(Span span, Moment moment) {
        return span.text + ", " + moment.text;
    }

    String column() {
        return column(span, moment);
    }

    boolean isOnce() {
        return span == Span.ONCE;
    }

    /** The page, counted from 0, that the fault comes before. */
    int page() {
        return moment == Moment.IN_MID_WALK ? 1 : 0;
    }

    /** Whether walk and source go on as if nothing had been. */
    boolean isMended() {
        return isOnce() && fault.isMended();
    }

    /** The query, in pages that four sources fill. */
    String path() {
        return path(Stream.concat(Stream.of(upstream), beside().stream()));
    }

    /** The same, of the source alone that the fault befalls. */
    String alone() {
        return path(Stream.of(upstream));
    }

    private static String path(Stream<Upstream> asked) {
        String sources = asked.map(source -> "&source=" + source.name()).collect(Collectors.joining());
        return "/events?from=" + World.FROM + "&to=" + World.TO + "&limit=" + LIMIT + sources;
    }

    /** What a walk must show, by marker. */
    Map<String, Happened> truth() {
        return Stream.concat(Stream.of(upstream), beside().stream())
                .flatMap(source -> rows(source).stream())
                .collect(Collectors.toMap(Happened::marker, happened -> happened));
    }

    /** Lets the simulator tell what happened at that upstream. */
    static void play(Simulator simulator, Upstream upstream) {
        Map<Identity, List<Happened>> lists = rows(upstream).stream().collect(Collectors.groupingBy(Happened::list));
        lists.forEach((list, happened) -> simulator.plays(
                list, Population.of(happened.stream().map(Happened::row).toList())));
    }

    /** No two at the same time, those of the four APIs in turns. */
    private static List<Happened> rows(Upstream upstream) {
        List<Upstream.Api> apis = List.of(Upstream.Api.values());
        return IntStream.range(0, ROWS)
                .mapToObj(row -> new Happened(
                        upstream,
                        upstream.lists().get(row % upstream.lists().size()),
                        row,
                        World.FROM.plus(
                                Duration.ofMinutes(1 + (long) row * apis.size() + apis.indexOf(upstream.api())))))
                .toList();
    }

    /** Its source and its account. An account of its own: throttling pauses all sources of one. */
    Map<String, String> configuration(String endpoint, String iam) {
        Map<String, String> keys = new TreeMap<>(Map.of("account", upstream.name()));
        if (fault.isOfTime()) {
            keys.put("timeout", "500ms");
        }
        if (fault.isBeforeRequests() && isOnce()) {
            keys.put("max-retries", "4"); // it passes when it was seen, which may take longer than the first wait
        }
        Map<String, String> configuration = new TreeMap<>(upstream.configuration(endpoint, keys));
        account(iam)
                .forEach((key, value) -> configuration.put("tributary.accounts." + upstream.name() + "." + key, value));
        return configuration;
    }

    private Map<String, String> account(String iam) {
        Map<String, String> keys = new TreeMap<>(credentials(iam));
        keys.put("region", "cn-north-4");
        keys.put("project-id", Platform.PROJECT);
        return keys;
    }

    private Map<String, String> credentials(String iam) {
        return fault.isOfCredentials()
                ? Map.of(
                        "username", SimulatorResource.USER.name(),
                        "password", SimulatorResource.USER.password(),
                        "domain", SimulatorResource.USER.domain(),
                        "iam-endpoint", iam)
                : Map.of(
                        "access-key", SimulatorResource.ACCESS_KEY.accessKey(),
                        "secret-key", SimulatorResource.ACCESS_KEY.secretKey());
    }

    @Override
    public String toString() {
        return upstream.kind() + ": " + fault.label() + ", " + column();
    }
}
