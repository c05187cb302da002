package dev.tributary.http;

import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one caller, as his file holds them now. It looks at what the file holds: that is the same however it is
 * replaced, by a rename or, as Kubernetes does it, by another directory behind a symbolic link.
 */
final class TokenWatch {

    private static final Logger LOG = Logger.getLogger(TokenWatch.class);

    private final String caller;
    private final TokenFile file;
    private volatile Set<TokenHash> current = Set.of();
    private @Nullable Set<TokenHash> candidate;
    private boolean isUnusable;

    private TokenWatch(String caller, TokenFile file) {
        this.caller = caller;
        this.file = file;
    }

    /** Blocks while it reads for the first time; what cannot be read then is a fault of the start. */
    static TokenWatch begin(String caller, TokenFile file) {
        TokenWatch watch = new TokenWatch(caller, file);
        if (file.read() instanceof TokenFile.Tokens tokens) {
            watch.current = tokens.hashes();
        }
        return watch;
    }

    String caller() {
        return caller;
    }

    /** Compares with all of them, whichever fits, so that the time it takes tells nothing. */
    boolean knows(TokenHash presented) {
        boolean isKnown = false;
        for (TokenHash known : current) {
            isKnown |= known.equals(presented);
        }
        return isKnown;
    }

    /** Blocks while it reads. */
    synchronized void look() {
        TokenFile.Content found = file.read();
        if (found instanceof TokenFile.Tokens tokens) {
            found(tokens.hashes());
        } else {
            missed();
        }
    }

    /** What changed is believed at the second look: a file may be seen while it is written. */
    private void found(Set<TokenHash> now) {
        isUnusable = false;
        if (!now.equals(candidate)) {
            candidate = now;
        } else if (!now.equals(current)) {
            current = now;
            LOG.infof("caller %s: %d tokens after a change on disk", caller, now.size());
        }
    }

    private void missed() {
        if (!isUnusable) {
            LOG.warnf("caller %s: the file with the tokens is missing or malformed; those it held stay good", caller);
        }
        isUnusable = true;
    }
}
