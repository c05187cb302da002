/** One writer per output format. */
@NullMarked
package dev.tributary.format;

import org.jspecify.annotations.NullMarked;
