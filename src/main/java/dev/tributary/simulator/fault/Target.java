package dev.tributary.simulator.fault;

import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import java.util.Iterator;
import java.util.List;

/**
 * Calls by the place they go to, see {@link Api#place}: those to the place itself and to all below it. A {@code *} stands
 * for any one part: <code>registry-audit/*&#47;*&#47;pull</code> are the pulls of all registries.
 */
public record Target(String text) {
    /** Every call, logins and unknown paths included. */
    public static Target everything() {
        return new Target("*");
    }

    /** Every call of the API. */
    public static Target of(Api api) {
        return new Target(api.text());
    }

    /** Calls that ask for that list. */
    public static Target of(Identity list) {
        return new Target(list.api().place(list));
    }

    boolean holds(String place) {
        Iterator<String> called = parts(place).iterator();
        return parts(text).stream().allMatch(part -> called.hasNext() && fits(part, called.next()));
    }

    private static boolean fits(String part, String called) {
        return part.equals("*") || part.equals(called);
    }

    private static List<String> parts(String text) {
        return List.of(text.split("/", -1));
    }
}
