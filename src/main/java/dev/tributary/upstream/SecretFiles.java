package dev.tributary.upstream;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of an account stands in files, and may therefore change while the service runs.
 *
 * @param atStart the account's secrets as its login was first made of
 */
record SecretFiles(AccountConfig account, Secrets atStart) {

    boolean areNone() {
        return Stream.of(Secret.values())
                .allMatch(secret -> secret.fileIn(account).isEmpty());
    }

    /** All secrets of the account as they are now; empty when one of them is missing. Blocks while it reads. */
    Optional<Secrets> read() {
        Secrets now = Secrets.of(account);
        return Optional.of(now).filter(this::isWhole);
    }

    private boolean isWhole(Secrets secrets) {
        return Stream.of(Secret.values())
                .filter(secret -> secret.givenIn(account).isPresent())
                .allMatch(secret -> secrets.find(secret).isPresent());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SecretFiles[…]";
    }
}
