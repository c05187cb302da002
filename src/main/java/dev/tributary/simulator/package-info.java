/** The four upstream APIs and IAM, played over real HTTP for dev, tests, demo and benchmarks. */
@NullMarked
package dev.tributary.simulator;

import org.jspecify.annotations.NullMarked;
