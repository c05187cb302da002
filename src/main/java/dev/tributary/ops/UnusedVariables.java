package dev.tributary.ops;

import dev.tributary.upstream.Fault;
import io.smallrye.config.EnvConfigSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Environment variables that look like ours and set nothing. SmallRye passes over them in silence, also over one for a
 * source that stands in no file; a mistyped {@code TRIBUTARY_…} would otherwise be noticed during an incident.
 */
record UnusedVariables(Set<String> variables, Set<String> keys) {
    private static final String PREFIX = "TRIBUTARY_";

    // Kubernetes tells every pod of the services around it, so one named tributary or tributary-… looks like ours.
    private static final String OF_EVERY_SERVICE = "_SERVICE_HOST";

    private static final Pattern OF_A_SERVICE =
            Pattern.compile("_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    /**
     * @param variables names of all environment variables
     * @param keys all full keys that are read
     */
    UnusedVariables {
        variables = Set.copyOf(variables);
        keys = Set.copyOf(keys);
    }

    List<Fault> faults() {
        return variables.stream()
                .filter(variable -> variable.toUpperCase(Locale.ROOT).startsWith(PREFIX))
                .filter(variable -> !isOfAService(variable) && !isUsed(variable))
                .map(variable -> new Fault(
                        variable, "sets nothing: no such key, or its source, account or caller is in no file"))
                .toList();
    }

    private boolean isOfAService(String variable) {
        return variables.stream()
                .filter(host -> host.endsWith(OF_EVERY_SERVICE))
                .map(host -> host.substring(0, host.length() - OF_EVERY_SERVICE.length()))
                .anyMatch(service -> variable.startsWith(service)
                        && OF_A_SERVICE
                                .matcher(variable.substring(service.length()))
                                .matches());
    }

    // Asks the very class that finds the values, so that both have one opinion about dots, dashes and capitals.
    private boolean isUsed(String variable) {
        EnvConfigSource alone = new EnvConfigSource(Map.of(variable, "set"), EnvConfigSource.ORDINAL);
        return keys.stream().anyMatch(key -> alone.getValue(key) != null);
    }
}
