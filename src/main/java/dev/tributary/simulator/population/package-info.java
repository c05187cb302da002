/** Rows computed from their index or listed, and the ways in which an upstream may choose and order them. */
@NullMarked
package dev.tributary.simulator.population;

import org.jspecify.annotations.NullMarked;
