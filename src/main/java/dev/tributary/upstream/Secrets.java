package dev.tributary.upstream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** An account's secrets as they are at one time. */
record Secrets(Map<Secret, String> values) {
    Secrets {
        values = Map.copyOf(values);
    }

    /** Those that are given, and that their files hold now. Blocks while it reads them. */
    static Secrets of(AccountConfig account) {
        Map<Secret, String> values = new EnumMap<>(Secret.class);
        for (Secret secret : Secret.values()) {
            secret.in(account).ifPresent(value -> values.put(secret, value));
        }
        return new Secrets(values);
    }

    /** One that the account's login needs, and that was therefore checked to be there. */
    String get(Secret secret) {
        return find(secret).orElseThrow();
    }

    Optional<String> find(Secret secret) {
        return Optional.ofNullable(values.get(secret));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
