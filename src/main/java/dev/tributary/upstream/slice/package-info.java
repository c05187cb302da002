/** Reading a window in slices that are proven complete before they are handed on. */
@NullMarked
package dev.tributary.upstream.slice;

import org.jspecify.annotations.NullMarked;
