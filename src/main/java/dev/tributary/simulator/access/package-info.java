/** Who may call: signatures recomputed from the wire, tokens, and the login that hands them out. */
@NullMarked
package dev.tributary.simulator.access;

import org.jspecify.annotations.NullMarked;
