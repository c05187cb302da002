package dev.tributary.upstream;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * One way to log in. Exactly one kind of credentials: {@code access-key} and {@code secret-key}; or {@code token}; or
 * {@code username}, {@code password} and {@code domain}; or {@code agency}. Values that go into headers are visible ASCII.
 *
 * <p>Each secret may stand in a file instead, whose key ends in {@code -file}. White space around it does not count. The
 * file is read at the start and again when it changes; while it is missing, empty or malformed, what it held stays.
 */
public interface AccountConfig {

    /** The region of the sources that name none, such as {@code cn-north-4}. No default. */
    Optional<String> region();

    /** The project of the sources that name none: 32 hex digits (API Credentials page of the console). No default. */
    Optional<String> projectId();

    /** The AK of a pair that signs every request. */
    Optional<String> accessKey();

    /** The file that holds the AK. */
    Optional<String> accessKeyFile();

    /** The SK of the pair. */
    Optional<String> secretKey();

    /** The file that holds the SK. */
    Optional<String> secretKeyFile();

    /** The security token of a temporary pair; it ends when the pair does, and is not renewed. */
    Optional<String> securityToken();

    /** The file that holds the security token. */
    Optional<String> securityTokenFile();

    /** An IAM token as it is; it ends after 24 hours (IAM API reference), and is not renewed. */
    Optional<String> token();

    /** The file that holds the IAM token. */
    Optional<String> tokenFile();

    /** An IAM user, for whom a token is fetched and renewed; not a HUAWEI ID, not a user with MFA (IAM API reference). */
    Optional<String> username();

    /** The IAM user's password. */
    Optional<String> password();

    /** The file that holds the password. */
    Optional<String> passwordFile();

    /** The name of the account that the IAM user belongs to. */
    Optional<String> domain();

    /** IAM's base URL. Default: the region's own endpoint, or the global one for a region without. */
    Optional<String> iamEndpoint();

    /**
     * Whether the keys of an agency are used: of this machine's (ECS, CCE node), else of this pod's own (CCE pod identity).
     * They are fetched and renewed, 40 minutes before they expire. Default: no.
     */
    Optional<Boolean> agency();

    /**
     * The metadata service's base URL. It may be plain http and link-local, unlike all other endpoints.
     *
     * <p>Default: {@code http://169.254.169.254}, where an ECS has it.
     */
    @WithDefault("http://169.254.169.254")
    String metadataEndpoint();

    /**
     * Where CCE gives a pod its keys; may be plain http and link-local as well.
     *
     * <p>Default: the variable {@code HC_CONTAINER_CREDENTIALS_FULL_URI}, which CCE sets in a pod that has an identity.
     */
    @WithDefault("${HC_CONTAINER_CREDENTIALS_FULL_URI:}")
    Optional<String> podIdentityUrl();

    /**
     * The file with what proves to CCE which pod asks, read anew each time.
     *
     * <p>Default: the variable {@code HC_CONTAINER_AUTHORIZATION_TOKEN_FILE}, which CCE sets too.
     */
    @WithDefault("${HC_CONTAINER_AUTHORIZATION_TOKEN_FILE:}")
    Optional<String> podIdentityTokenFile();
}
