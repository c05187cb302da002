/** The four APIs: paths, parameters with their limits, answers and refusals as the vendor documents them. */
@NullMarked
package dev.tributary.simulator.api;

import org.jspecify.annotations.NullMarked;
