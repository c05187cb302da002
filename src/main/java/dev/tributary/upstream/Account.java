package dev.tributary.upstream;

/**
 * An account's name and its login. Sources of one account share what follows from it.
 *
 * @param login as it was at the start
 * @param secrets what the login is made of, as far as it may change
 */
public record Account(String name, Login login, SecretFiles secrets) {

    /** Whether all its secrets can be had right now. Blocks while it reads their files. */
    public boolean hasReadableSecrets() {
        return secrets.read().isPresent();
    }
}
