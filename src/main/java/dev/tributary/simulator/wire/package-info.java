/** Requests and answers as bytes and text: what the simulator sees and says, before any meaning. */
@NullMarked
package dev.tributary.simulator.wire;

import org.jspecify.annotations.NullMarked;
