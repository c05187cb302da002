package dev.tributary.upstream.auth;

import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.Credential;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the credentials of one account stand with those who check them. More than five refusals in a row lock a key (API
 * Gateway, "AK access failed to reach the limit"), so what is refused rests.
 *
 * <p>A first refusal is held against its user alone, for it may be that only he cannot be served; when a second user is
 * refused and none was accepted in between, it is the credential, and all rest.
 */
public final class Standing {
    /** Fewer than the five refusals that lock a key. */
    private static final int AT_FIRST = 4;

    private final Clock clock;
    private final Trust ofAll;
    private final Map<String, Trust> ofUsers = new ConcurrentHashMap<>();
    private final Map<String, Credential> runOut = new ConcurrentHashMap<>();
    private @Nullable String refused;

    /** @param account for the log */
    public Standing(String account, Clock clock) {
        this.clock = clock;
        this.ofAll = new Trust("account " + account, AT_FIRST, clock);
    }

    private Trust of(String user) {
        return ofUsers.computeIfAbsent(user, name -> new Trust(name, Integer.MAX_VALUE, clock));
    }

    /** The call when it is the user's turn, or a failure at once while the credential rests. */
    <T> Uni<T> in(String user, Supplier<Uni<T>> call) {
        return of(user).in(() -> ofAll.in(call));
    }

    void accepted(String user) {
        noneIsRefused();
        runOut.remove(user);
        of(user).accepted();
        ofAll.accepted();
    }

    private synchronized void noneIsRefused() {
        refused = null;
    }

    /** Whether it is the user's first refusal in a row; refusals of one and the same credential count as one. */
    boolean isFirstRefusal(String user, Credential credential) {
        Credential first = runOut.putIfAbsent(user, credential);
        return first == null || first.equals(credential);
    }

    /** A credential is about to be used that nobody has tried: by one call at a time, until one is accepted. */
    void doubted() {
        ofAll.doubted();
    }

    void refused(String user, SourceFailure failure) {
        runOut.remove(user);
        if (isRefusedToAnother(user) || ofAll.isBad()) {
            ofUsers.clear(); // it was not their fault
            ofAll.rests(Rest.Reason.REFUSED, failure);
        } else {
            of(user).rests(Rest.Reason.REFUSED, failure);
            ofAll.doubted();
        }
    }

    private synchronized boolean isRefusedToAnother(String user) {
        String before = refused;
        refused = user;
        return before != null && !before.equals(user);
    }

    /** No answer of use, which says nothing about the credential. */
    void unanswered(String user, SourceFailure failure) {
        of(user).rests(Rest.Reason.UNANSWERED, failure);
    }

    Optional<SourceFailure> whyNot(String user) {
        return of(user).whyNot().or(ofAll::whyNot);
    }

    Optional<Instant> restsUntil(String user) {
        return Stream.of(of(user), ofAll)
                .flatMap(trust -> trust.restsUntil().stream())
                .max(Instant::compareTo);
    }
}
