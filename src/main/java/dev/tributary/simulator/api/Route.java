package dev.tributary.simulator.api;

import dev.tributary.simulator.wire.WireRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes by its method and path.
 *
 * @param project the path's project id, empty text where there is none
 * @param instance the path's instance id, empty text where there is none
 */
public record Route(Api api, String project, String instance) {
    private static final Pattern IMAGE_LOG = Pattern.compile("/v5/(?<project>[^/]+)/container/image/events");
    private static final Pattern CLUSTER_EVENT =
            Pattern.compile("/v5/(?<project>[^/]+)/container/kubernetes/cluster/events");
    private static final Pattern AUDIT_LOG =
            Pattern.compile("/(?<version>v[23])/(?<project>[^/]+)/instances/(?<instance>[^/]+)/audit-logs");
    private static final Route UNKNOWN = new Route(Api.UNKNOWN, "", "");

    public static Route of(WireRequest request) {
        String path = request.path();
        return switch (request.method()) {
            case "GET" -> ofReading(path);
            case "POST" -> path.equals("/v3/auth/tokens") ? new Route(Api.LOGIN, "", "") : UNKNOWN;
            default -> UNKNOWN;
        };
    }

    private static Route ofReading(String path) {
        Matcher image = IMAGE_LOG.matcher(path);
        if (image.matches()) {
            return new Route(Api.IMAGE_LOG, image.group("project"), "");
        }
        Matcher cluster = CLUSTER_EVENT.matcher(path);
        if (cluster.matches()) {
            return new Route(Api.CLUSTER_EVENT, cluster.group("project"), "");
        }
        Matcher audit = AUDIT_LOG.matcher(path);
        if (audit.matches()) {
            Api api = audit.group("version").equals("v2") ? Api.REGISTRY_AUDIT : Api.DATABASE_AUDIT;
            return new Route(api, audit.group("project"), audit.group("instance"));
        }
        return UNKNOWN;
    }

    /** The list that is asked for; none when the parameter that names it is missing, or for other calls. */
    public Optional<Identity> identity(WireRequest request) {
        return switch (api) {
            case IMAGE_LOG -> Optional.of(new Identity.ImageLog(project));
            case CLUSTER_EVENT -> request.parameter("cluster_id").map(id -> new Identity.ClusterEvent(project, id));
            case REGISTRY_AUDIT ->
                request.parameter("operation")
                        .flatMap(Identity.Operation::of)
                        .map(operation -> new Identity.RegistryAudit(project, instance, operation));
            case DATABASE_AUDIT -> Optional.of(new Identity.DatabaseAudit(project, instance));
            case LOGIN, UNKNOWN -> Optional.empty();
        };
    }
}
