package dev.tributary.upstream.call;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest credential that the calls of a source have announced. One that another has followed never comes back. */
final class NewestCredential {
    private @Nullable Credential newest;
    private @Nullable Credential former;

    /** To be called before every call. */
    synchronized void announce(Credential credential) {
        if (credential != newest && credential != former) {
            former = newest;
            newest = credential;
        }
    }

    /** To be called as soon as there is another, before any call has announced it. */
    synchronized void replace(Credential refused, Credential fresh) {
        former = refused;
        newest = fresh;
    }

    synchronized Credential get() {
        return Objects.requireNonNull(newest, "announced before every call");
    }
}
