/** How people and scripts let a running simulator fail: over HTTP, on its own port, beside the paths of the vendor. */
@NullMarked
package dev.tributary.simulator.control;

import org.jspecify.annotations.NullMarked;
