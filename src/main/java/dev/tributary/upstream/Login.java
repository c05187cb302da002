package dev.tributary.upstream;

import dev.tributary.upstream.auth.PodIdentity;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How an account proves who it is. No {@code toString} shows a secret. */
public sealed interface Login {

    /** The same login with the secrets as they are now. */
    default Login with(Secrets secrets) {
        return this;
    }

    /**
     * Signs every request.
     *
     * @param securityToken for temporary pairs
     */
    record KeyPair(
            String accessKey, String secretKey, @Nullable String securityToken) implements Login {
        @Override
        public Login with(Secrets secrets) {
            return new KeyPair(
                    secrets.get(Secret.ACCESS_KEY),
                    secrets.get(Secret.SECRET_KEY),
                    secrets.find(Secret.SECURITY_TOKEN).orElse(null));
        }

        @Override
        public String toString() {
            return "KeyPair[…]";
        }
    }

    /** An IAM token as configured. */
    record Token(String token) implements Login {
        @Override
        public Login with(Secrets secrets) {
            return new Token(secrets.get(Secret.TOKEN));
        }

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /**
     * An IAM user, for whom tokens are fetched.
     *
     * @param iamEndpoint base URL without a slash at its end
     * @param domain the account that the user belongs to
     */
    record Password(URI iamEndpoint, String username, String password, String domain) implements Login {
        @Override
        public Login with(Secrets secrets) {
            return new Password(iamEndpoint, username, secrets.get(Secret.PASSWORD), domain);
        }

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /**
     * Keys of an agency, which are fetched.
     *
     * @param metadataEndpoint base URL without a slash at its end
     * @param podIdentity of the pod that this runs in, if it has one
     */
    record Agency(URI metadataEndpoint, @Nullable PodIdentity podIdentity) implements Login {}
}
