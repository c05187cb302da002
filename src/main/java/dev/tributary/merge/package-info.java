/** The k-way merge over frontiers. Pure: it knows events and how far each source has come, nothing else. */
@NullMarked
package dev.tributary.merge;

import org.jspecify.annotations.NullMarked;
