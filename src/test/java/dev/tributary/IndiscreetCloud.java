package dev.tributary;

import static dev.tributary.ManySources.KINDS;

import dev.tributary.simulator.SeenRequest;
import dev.tributary.simulator.Simulator;
import dev.tributary.simulator.SimulatorSettings;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import dev.tributary.simulator.population.Population;
import dev.tributary.simulator.population.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Upstreams that tell all they know, each a project of its own, and accounts of every sort that ask them. */
final class IndiscreetCloud implements AutoCloseable {
    /** Stands wherever an upstream has no business to say anything. */
    static final Marker TOLD = Marker.of("told by an upstream");
    /** Stands in records that are as they should be. */
    static final Marker DATA = Marker.of("data of an upstream");

    private static final List<String> ONE_KIND = KINDS.subList(0, 1);

    private final ManySources sources = new ManySources();
    private final List<String> groups = new ArrayList<>(List.of("iam", "metadata"));
    private final List<Identity> asked = new ArrayList<>();
    private final Simulator apis = Simulator.start(SecretAccounts.knownTo(SimulatorSettings.onAFreePort()));
    private final Simulator iam = Simulator.start(SimulatorSettings.onAFreePort());
    private final Simulator metadata = Simulator.start(SimulatorSettings.onAFreePort());
    private final Simulator agency = Simulator.start(SimulatorSettings.onAFreePort());
    private final List<RawUpstream> raw = new ArrayList<>();
    private final List<Indiscretion> indiscretions =
            Indiscretion.all(Forgery.with(TOLD), SecretAccounts.quoted() + Forgery.with(TOLD));

    IndiscreetCloud() {
        indiscretions.forEach(this::playApi);
        Indiscretion.raw(TOLD.text()).forEach(this::playRaw);
        playRows();
        playAgency();
        playIssuers();
    }

    /** All sorts of accounts take turns, and so do the kinds. */
    private void playApi(Indiscretion indiscretion) {
        int number = groups.size();
        List<Map<String, String>> accounts =
                List.of(SecretAccounts.keys(), SecretAccounts.token(), SecretAccounts.user(apis));
        List<String> kinds = number % 2 == 0 ? KINDS.subList(0, 2) : KINDS.subList(2, 4);
        String project = project(indiscretion.name(), accounts.get(number % accounts.size()), apis.url(), kinds);
        ManySources.lists(project, kinds).forEach(list -> {
            asked.add(list);
            apis.fault(list, Calls.all(), Fault.saying(indiscretion.reply()));
        });
    }

    private void playRaw(Indiscretion.Raw indiscretion) {
        RawUpstream upstream = new RawUpstream(indiscretion.bytes());
        raw.add(upstream);
        project(indiscretion.name(), SecretAccounts.keys(), upstream.url(), ONE_KIND);
    }

    /** Some without a time that can be used, others as they should be. */
    private void playRows() {
        String project = project("rows", SecretAccounts.keys(), apis.url(), KINDS);
        for (Identity list : ManySources.lists(project, KINDS)) {
            asked.add(list);
            apis.plays(list, Population.of(row().with("id", list.toString()), unreadableRow()));
        }
    }

    private static Row row() {
        return timed(World.FROM, World.FROM.toString())
                .with("time", World.FROM.toEpochMilli())
                .with("content", Forgery.with(DATA));
    }

    private static Row unreadableRow() {
        String told = Forgery.with(TOLD);
        return timed(World.FROM.plusSeconds(60), told).with("time", told).with(told, told);
    }

    /** Under the names of all four APIs. */
    private static Row timed(Instant found, String time) {
        return Row.imageLog(found).with("op_time", time).with("end_time", time);
    }

    /** Its metadata service has no token step; its keys are good, and are told by those who checked them. */
    private void playAgency() {
        String project = project("agency", SecretAccounts.agency(agency), apis.url(), ONE_KIND);
        agency.fault(Api.UNKNOWN, Calls.number(1), Fault.status(404, "X.1"));
        agency.fault(Api.UNKNOWN, Calls.from(2), Fault.saying(SecretAccounts.keysOfTheAgency()));
        ManySources.lists(project, ONE_KIND).forEach(list -> {
            asked.add(list);
            apis.fault(list, Calls.all(), Fault.status(401, SecretAccounts.quoted()));
        });
    }

    /** The first request of each account meets another indiscretion. */
    private void playIssuers() {
        for (Indiscretion each : issuers()) {
            sources.project("iam-" + each.name(), SecretAccounts.user(iam), apis.url(), ONE_KIND);
            sources.project("metadata-" + each.name(), SecretAccounts.agency(metadata), apis.url(), ONE_KIND);
        }
        for (int call = 0; call < issuers().size(); call++) {
            Fault fault = Fault.saying(issuers().get(call).reply());
            iam.fault(Api.LOGIN, Calls.number(call + 1), fault);
            metadata.fault(Api.UNKNOWN, Calls.number(call + 1), fault);
        }
    }

    private List<Indiscretion> issuers() {
        return Stream.concat(indiscretions.stream(), Indiscretion.tokens(Forgery.with(TOLD)).stream())
                .toList();
    }

    private String project(String name, Map<String, String> account, String endpoint, List<String> kinds) {
        groups.add(name);
        return sources.project(name, account, endpoint, kinds);
    }

    /** What the names of sources begin with. */
    List<String> groups() {
        return groups;
    }

    String configuration() {
        return sources.configuration();
    }

    /** Who has not been asked, so that nothing is known of what the service does with his answer. */
    List<String> unasked() {
        Stream<String> lists = asked.stream()
                .filter(list -> apis.requests().of(list).isEmpty())
                .map(Identity::toString);
        Stream<String> issuers = Stream.of(iam, metadata)
                .filter(issuer -> issuer.requests().all().size() < issuers().size())
                .map(Simulator::url);
        Stream<String> others = raw.stream().filter(one -> !one.wasAsked()).map(RawUpstream::url);
        return Stream.of(lists, issuers, others).flatMap(all -> all).toList();
    }

    /** Signatures, and tokens that came into being on the way. */
    List<String> secretsOnTheWire() {
        return apis.requests().all().stream()
                .map(SeenRequest::wire)
                .flatMap(wire -> wire.header("authorization").or(() -> wire.header("x-auth-token")).stream())
                .map(value -> value.replaceAll(".*Signature=", ""))
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        Stream.of(apis, iam, metadata, agency).forEach(Simulator::close);
        raw.forEach(RawUpstream::close);
    }
}
