/** Populations that look like life in a container platform, the same at the same instant. */
@NullMarked
package dev.tributary.simulator.life;

import org.jspecify.annotations.NullMarked;
