package dev.tributary.upstream;

import dev.tributary.event.Kind;
import java.net.URI;
import java.util.Optional;

/** Sources that share one pace, because the upstream's quotas count the calls of an account to an API. */
record PaceGroup(String account, String host, Kind kind) {

    static PaceGroup of(ResolvedSource source) {
        return of(source.account().name(), source.endpoint(), source.id().kind());
    }

    /** Empty if the source's kind or endpoint is not known, which is a fault of its own. */
    static Optional<PaceGroup> of(ConfiguredSource source, Endpoints endpoints) {
        return source.kind()
                .flatMap(kind -> source.endpoint(endpoints).map(endpoint -> of(source.accountName(), endpoint, kind)));
    }

    /** The same for the same group in every replica. */
    String text() {
        return kind.text() + ':' + account + ':' + host;
    }

    private static PaceGroup of(String account, URI endpoint, Kind kind) {
        return new PaceGroup(account, endpoint.getAuthority(), kind);
    }
}
