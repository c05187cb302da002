package dev.tributary.ops;

import dev.tributary.http.CallerConfig;
import dev.tributary.http.CallersConfig;
import dev.tributary.http.OidcConfig;
import dev.tributary.http.SourcePatterns;
import dev.tributary.http.TokenFile;
import dev.tributary.http.TokenHash;
import dev.tributary.upstream.Fault;
import dev.tributary.upstream.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must hold of those who may ask. */
final class CallerChecks {

    private final Set<String> sources;
    private final int maxQueries;
    private final Map<TokenHash, String> holders = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private CallerChecks(Set<String> sources, int maxQueries) {
        this.sources = sources;
        this.maxQueries = maxQueries;
    }

    /**
     * Reads the files with the tokens.
     *
     * @param sources the names of those configured
     * @param maxQueries of all callers together
     * @param mayBePlainHttp whether the issuer may be asked without TLS
     */
    static List<Fault> faultsOf(CallersConfig config, Set<String> sources, int maxQueries, boolean mayBePlainHttp) {
        CallerChecks checks = new CallerChecks(sources, maxQueries);
        checks.checkAccess(config);
        checks.checkIssuer(config.oidc(), mayBePlainHttp);
        new TreeMap<>(config.callers()).forEach(checks::check);
        return checks.faults;
    }

    private void checkAccess(CallersConfig config) {
        boolean isOpen = config.anonymousAccess().orElse(false);
        boolean hasCallers =
                !config.callers().isEmpty() || config.oidc().issuer().isPresent();
        check(
                isOpen || hasCallers,
                "anonymous-access",
                "must be true, since no caller is configured: whoever reaches the port then reads every event");
        check(
                !isOpen || !hasCallers,
                "anonymous-access",
                "cannot be true beside callers: who comes without a token would see more than they do");
    }

    private void checkIssuer(OidcConfig oidc, boolean mayBePlainHttp) {
        String scheme = mayBePlainHttp ? "https?" : "https";
        oidc.issuer().ifPresent(issuer -> {
            check(
                    issuer.matches(scheme + "://[^?#@\\s]+"),
                    "oidc.issuer",
                    "is no https URL without user, query and fragment");
            check(
                    oidc.audience().isPresent(),
                    "oidc.audience",
                    "is missing: else tokens for other services were good here");
        });
        check(
                oidc.issuer().isPresent() || oidc.audience().isEmpty(),
                "oidc.issuer",
                "is missing, though an audience is given");
    }

    private void check(String name, CallerConfig caller) {
        String key = "callers." + name;
        check(Form.NAME.fits(name), key, Form.NAME.rule());
        checkTokens(name, caller, key + ".token-file");
        checkSources(caller, key + ".sources");
        int queries = caller.maxQueries().orElse(1);
        check(queries >= 1 && queries <= maxQueries, key + ".max-queries", "must be 1 to " + maxQueries);
    }

    private void checkTokens(String name, CallerConfig caller, String key) {
        check(caller.tokenFile().isPresent(), key, "is missing");
        caller.tokenFile().ifPresent(path -> {
            TokenFile.Content content = new TokenFile(path).read();
            if (content instanceof TokenFile.Tokens tokens) {
                check(!tokens.hashes().isEmpty(), key, "names a file that holds no token");
                tokens.hashes().forEach(token -> checkHolder(name, token, key));
            } else {
                check(false, key, ((TokenFile.Unusable) content).why());
            }
        });
    }

    private void checkHolder(String name, TokenHash token, String key) {
        String first = holders.putIfAbsent(token, name);
        check(first == null, key, "names a file with a token of caller " + first);
    }

    private void checkSources(CallerConfig caller, String key) {
        caller.sources().stream()
                .filter(pattern -> sources.stream().noneMatch(SourcePatterns.of(List.of(pattern))::match))
                .forEach(pattern -> check(false, key, "matches no source: " + pattern));
    }

    private void check(boolean fine, String key, String message) {
        if (!fine) {
            faults.add(new Fault("tributary." + key, message));
        }
    }
}
