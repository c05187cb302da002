package dev.tributary;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** A filter as a request writes it, and what it lets through, said again without the service's code. */
record Sieve(String parameters, Predicate<Happened> passes) {
    private static final Sieve NONE = new Sieve("", any -> true);

    private static final List<Sieve> SOME = List.of(
            new Sieve("&severity=warning", it -> has(it, "severity", "warning"::equals)),
            new Sieve("&severity=!warning", it -> !has(it, "severity", "warning"::equals)),
            new Sieve("&action=pull&action=audit-*", it -> has(it, "action", Sieve::pulledOrFile)),
            new Sieve("&action=!*e*", it -> !has(it, "action", action -> action.contains("e"))),
            new Sieve("&actor=ALICE&actor=bob", it -> has(it, "actor", actor -> !actor.startsWith("robot"))),
            new Sieve("&actor=!robot$*", it -> !has(it, "actor", actor -> actor.startsWith("robot"))),
            new Sieve("&resource=web-*", it -> has(it, "resource", name -> name.startsWith("web-"))),
            new Sieve("&resource=db%5C*1", it -> has(it, "resource", "db*1"::equals)),
            new Sieve("&namespace=prod", it -> has(it, "namespace", "prod"::equals)),
            new Sieve("&namespace=!prod", it -> !has(it, "namespace", "prod"::equals)),
            new Sieve("&q=DEEP-blue", it -> has(it, "resource", "deep-Blue"::equals)));

    /** None at all as often as any. */
    static Sieve any(Random random) {
        return random.nextBoolean() ? NONE : SOME.get(random.nextInt(SOME.size()));
    }

    private static boolean has(Happened happened, String parameter, Predicate<String> wanted) {
        String value = happened.value(parameter);
        return value != null && wanted.test(value);
    }

    private static boolean pulledOrFile(String action) {
        return action.equals("pull") || action.startsWith("audit-");
    }
}
