package dev.tributary.http;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** Who may ask. */
@ConfigMapping(prefix = "tributary")
public interface CallersConfig {

    /**
     * Those who may ask, by name; the name stands in the access log.
     *
     * <p>Range: names of the form {@code [a-z0-9]+(-[a-z0-9]+)*}, at most 63 characters. A name must stand in a file: one
     * that stands only in environment variables is not seen. Default: none.
     */
    Map<String, CallerConfig> callers();

    /** Those whom an issuer of tokens vouches for, beside those with tokens in files. */
    OidcConfig oidc();

    /**
     * Whether anybody who reaches the port may read every event.
     *
     * <p>Without a default: where no caller is configured, {@code true} has to be written, so that nobody opens the door
     * unawares. Beside callers it is a start-up fault: who comes without a token would see more than they do.
     */
    Optional<Boolean> anonymousAccess();
}
