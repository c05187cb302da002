package dev.tributary.simulator.access;

import org.jspecify.annotations.Nullable;

/**
 * A key pair that may sign.
 *
 * @param securityToken what a temporary key's requests must carry in {@code X-Security-Token}; null for a lasting key
 */
public record AccessKey(
        String accessKey, String secretKey, @Nullable String securityToken) {
    /** A lasting key. */
    public AccessKey(String accessKey, String secretKey) {
        this(accessKey, secretKey, null);
    }
}
