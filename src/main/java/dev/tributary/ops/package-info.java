/** What operators see and rely on: start-up checks, health, metrics, and the clock. */
@NullMarked
package dev.tributary.ops;

import org.jspecify.annotations.NullMarked;
