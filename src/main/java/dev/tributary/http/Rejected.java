package dev.tributary.http;

import java.util.List;

/** A request that cannot be served, with everything that is wrong with it. */
record Rejected(List<Violation> violations) implements Checked {}
