/** Pace and settled slices of all replicas together, through one Redis or Valkey; nothing without {@code shared.url}. */
@NullMarked
package dev.tributary.shared;

import org.jspecify.annotations.NullMarked;
