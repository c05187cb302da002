package dev.tributary.deploy;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1IPBlock;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyEgressRule;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** What several policies let through together: they add up. */
record Network(List<V1NetworkPolicy> policies) {

    List<String> portsOpenedInward() {
        return policies.stream()
                .flatMap(policy ->
                        Stream.ofNullable(policy.getSpec().getIngress()).flatMap(List::stream))
                .flatMap(rule -> ports(rule.getPorts()))
                .distinct()
                .toList();
    }

    List<String> portsOpenedOutward() {
        return policies.stream()
                .flatMap(policy ->
                        Stream.ofNullable(policy.getSpec().getEgress()).flatMap(List::stream))
                .flatMap(rule -> ports(rule.getPorts()))
                .distinct()
                .toList();
    }

    /** What a pod may reach outside of its cluster. */
    boolean letsOut(String address, int port) {
        return policies.stream()
                .flatMap(policy ->
                        Stream.ofNullable(policy.getSpec().getEgress()).flatMap(List::stream))
                .filter(rule -> ports(rule.getPorts()).anyMatch(String.valueOf(port)::equals))
                .anyMatch(rule -> covers(rule, address));
    }

    // A rule without ports opens all of them, and is written by mistake: none is read as such.
    private static Stream<String> ports(List<V1NetworkPolicyPort> ports) {
        return ports == null
                ? Stream.of("all")
                : ports.stream().map(V1NetworkPolicyPort::getPort).map(IntOrString::toString);
    }

    private static boolean covers(V1NetworkPolicyEgressRule rule, String address) {
        return rule.getTo() == null
                || rule.getTo().stream()
                        .anyMatch(peer -> peer.getIpBlock() != null && covers(peer.getIpBlock(), address));
    }

    private static boolean covers(V1IPBlock block, String address) {
        return isIn(block.getCidr(), address)
                && Stream.ofNullable(block.getExcept()).flatMap(List::stream).noneMatch(cidr -> isIn(cidr, address));
    }

    private static boolean isIn(String cidr, String address) {
        String[] parts = cidr.split("/");
        int free = 32 - Integer.parseInt(parts[1]);
        return number(parts[0]).shiftRight(free).equals(number(address).shiftRight(free));
    }

    private static BigInteger number(String address) {
        try {
            return new BigInteger(1, InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
