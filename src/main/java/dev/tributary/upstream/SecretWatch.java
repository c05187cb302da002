package dev.tributary.upstream;

import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the secrets in an account's files have changed. It looks at what they hold: that is the same however they
 * are replaced, by a rename or, as Kubernetes does it, by another directory behind a symbolic link.
 */
final class SecretWatch {
    private static final Logger LOG = Logger.getLogger(SecretWatch.class);

    private final String account;
    private final SecretFiles files;
    private final Consumer<Secrets> changed;
    private Secrets current;
    private @Nullable Secrets candidate;
    private boolean isMissing;

    /** @param changed told of secrets that differ from those of the start, or from those it was told of last */
    SecretWatch(String account, SecretFiles files, Consumer<Secrets> changed) {
        this.account = account;
        this.files = files;
        this.changed = changed;
        this.current = files.atStart();
    }

    /** Blocks while it reads. */
    synchronized void look() {
        files.read().ifPresentOrElse(this::found, this::missed);
    }

    /** What changed is believed at the second look: the files of a pair may be replaced one after the other. */
    private void found(Secrets now) {
        isMissing = false;
        if (!now.equals(candidate)) {
            candidate = now;
        } else if (!now.equals(current)) {
            current = now;
            LOG.infof("account %s: secrets have changed on disk", account);
            changed.accept(now);
        }
    }

    private void missed() {
        if (!isMissing) {
            LOG.warnf("account %s: a secret's file is missing, empty or malformed; what it held stays", account);
        }
        isMissing = true;
    }
}
