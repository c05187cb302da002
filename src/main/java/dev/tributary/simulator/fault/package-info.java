/** What can go wrong between an upstream and its caller, and the script of when it does. */
@NullMarked
package dev.tributary.simulator.fault;

import org.jspecify.annotations.NullMarked;
