package dev.tributary.upstream.auth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of an agency come from, and for which project they are used. Nothing of it is secret.
 *
 * @param metadata base URL of the metadata service of an ECS or a CCE node, without a slash at its end
 * @param podIdentity asked when the metadata service gives no keys
 */
public record AgencyLogin(URI metadata, @Nullable PodIdentity podIdentity, String projectId) {}
