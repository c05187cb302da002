package dev.tributary.upstream.auth;

import org.jspecify.annotations.Nullable;

/**
 * An access key pair.
 *
 * @param accessKey AK, not secret
 * @param secretKey SK, not empty
 * @param securityToken belongs to temporary keys only
 */
public record AccessKeys(
        String accessKey, String secretKey, @Nullable String securityToken) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AccessKeys[" + accessKey + "]";
    }
}
