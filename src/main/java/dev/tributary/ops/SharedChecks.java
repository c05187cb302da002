package dev.tributary.ops;

import dev.tributary.shared.SharedConfig;
import dev.tributary.upstream.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What must hold of what the replicas share. */
final class SharedChecks {
    private static final long LEAST_ENTRY = 1_024;
    private static final long LARGEST_ENTRY = 64 * 1_024 * 1_024;

    private final List<Fault> faults = new ArrayList<>();

    private SharedChecks() {}

    /** @param mayBePlain whether the store may be reached without TLS */
    static List<Fault> faultsOf(SharedConfig config, boolean mayBePlain) {
        SharedChecks checks = new SharedChecks();
        config.url()
                .ifPresentOrElse(url -> checks.checkStore(config, url, mayBePlain), () -> checks.checkUnused(config));
        checks.check("timeout", config.timeout().toMillis() > 0, "must be 1ms or more");
        long entry = config.maxEntryBytes().asLongValue();
        checks.check("max-entry-bytes", entry >= LEAST_ENTRY && entry <= LARGEST_ENTRY, "must be 1K to 64M");
        return checks.faults;
    }

    private void checkStore(SharedConfig config, URI url, boolean mayBePlain) {
        check(
                "url",
                isStore(url, mayBePlain),
                "is no " + (mayBePlain ? "redis:// or " : "")
                        + "rediss://host:port without user, path, query and fragment");
        check("replicas", config.replicas().orElse(0) >= 1, "must be 1 or more: how many replicas there are at most");
        config.passwordFile()
                .ifPresent(file -> check("password-file", isReadable(file), "names no file that can be read"));
    }

    private static boolean isReadable(String file) {
        try {
            return Files.isReadable(Path.of(file));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    private static boolean isStore(URI url, boolean mayBePlain) {
        return url.toString().matches((mayBePlain ? "rediss?" : "rediss") + "://[^/?#@\\s]+:\\d+");
    }

    private void checkUnused(SharedConfig config) {
        check(
                "url",
                config.replicas().isEmpty() && config.passwordFile().isEmpty(),
                "is missing, though it is told more of it");
    }

    private void check(String key, boolean fine, String message) {
        if (!fine) {
            faults.add(new Fault("tributary.shared." + key, message));
        }
    }
}
