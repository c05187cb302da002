package dev.tributary.upstream;

import java.util.Optional;
import java.util.function.Function;

/** What of an account is secret, and may therefore stand in a file. */
enum Secret {
    ACCESS_KEY("access-key", AccountConfig::accessKey, AccountConfig::accessKeyFile, Form.HEADER),
    SECRET_KEY("secret-key", AccountConfig::secretKey, AccountConfig::secretKeyFile, Form.HEADER),
    SECURITY_TOKEN("security-token", AccountConfig::securityToken, AccountConfig::securityTokenFile, Form.HEADER),
    TOKEN("token", AccountConfig::token, AccountConfig::tokenFile, Form.HEADER),
    PASSWORD("password", AccountConfig::password, AccountConfig::passwordFile, Form.TEXT);

    private final String key;
    private final Function<AccountConfig, Optional<String>> value;
    private final Function<AccountConfig, Optional<String>> file;
    private final Form form;

    Secret(
            String key,
            Function<AccountConfig, Optional<String>> value,
            Function<AccountConfig, Optional<String>> file,
            Form form) {
        this.key = key;
        this.value = value;
        this.file = file;
        this.form = form;
    }

    /** Below the account's own. */
    String key() {
        return key;
    }

    Optional<String> fileIn(AccountConfig account) {
        return file.apply(account);
    }

    /** Itself or the file it stands in. */
    Optional<String> givenIn(AccountConfig account) {
        return value.apply(account).or(() -> fileIn(account));
    }

    /** As it is now; empty when it is not given, or its file holds nothing that could be it. */
    Optional<String> in(AccountConfig account) {
        return value.apply(account)
                .or(() -> fileIn(account).flatMap(SecretFile::content).filter(form::fits));
    }

    /** @param fullKey that of the value; the one of the file ends in {@code -file} */
    void check(AccountConfig account, String fullKey, FaultCollector faults) {
        value.apply(account).ifPresent(given -> form.check(given, fullKey, faults));
        fileIn(account).ifPresent(path -> {
            faults.addUnless(value.apply(account).isEmpty(), fullKey + "-file", "is given beside " + key);
            SecretFile.content(path)
                    .ifPresentOrElse(
                            content -> form.check(content, fullKey + "-file", faults),
                            () -> faults.add(fullKey + "-file", "names a file that cannot be read, or is empty"));
        });
    }
}
