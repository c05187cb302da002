package dev.tributary.http;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** An OpenID Connect issuer whose tokens (JWT, signed with keys that it publishes) are good here, if they are for us. */
public interface OidcConfig {

    /**
     * The issuer's URL, below which {@code /.well-known/openid-configuration} is found; as in the tokens' {@code iss}.
     *
     * <p>Range: an https URL; http needs {@code tributary.allow-plain-http}. Default: none, and no such token is good.
     */
    Optional<String> issuer();

    /**
     * For whom a token must be ({@code aud}), one of these. Must be given with {@link #issuer()}: else tokens that the
     * issuer made for any other service would be good here too. No default.
     */
    Optional<List<String>> audience();

    /**
     * The claim that says which sources its bearer sees: a list of names, or a text of them with spaces between, in which
     * {@code *} stands for any characters. Who has no such claim, or sees nothing by it, gets a 403.
     *
     * <p>Default: {@code tributary_sources}.
     */
    @WithDefault("tributary_sources")
    String sourcesClaim();
}
