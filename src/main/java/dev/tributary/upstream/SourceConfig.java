package dev.tributary.upstream;

import java.util.Optional;

/** One upstream: an API, and what it is asked about. The keys of {@link Tuning} stand here for this source alone. */
public interface SourceConfig extends Tuning {

    /** Which API: {@code image-log}, {@code cluster-event}, {@code registry-audit} or {@code database-audit}. Required. */
    Optional<String> kind();

    /** The account that asks. Default: {@code default}. */
    Optional<String> account();

    /** The region asked about. Default: the account's. */
    Optional<String> region();

    /** The project asked about. Default: the account's. */
    Optional<String> projectId();

    /** The registry's or database's instance id; required for {@code registry-audit} and {@code database-audit} only. */
    Optional<String> instanceId();

    /** The cluster's id; required for {@code cluster-event} only. */
    Optional<String> clusterId();

    /**
     * The enterprise project of the cluster, for {@code cluster-event} only; {@code 0} is the default project,
     * {@code all_granted_eps} all (HSS API reference, "ListClusterEventLogs"). Default: not sent.
     */
    Optional<String> enterpriseProjectId();

    /**
     * The API's base URL, without query.
     *
     * <p>Range: https, or http with {@code allow-plain-http}; no link-local address. Default: by kind and region.
     */
    Optional<String> endpoint();
}
