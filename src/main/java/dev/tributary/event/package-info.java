/** The unified event, its total order and its id. Pure Java: nothing here knows a framework or an upstream. */
@NullMarked
package dev.tributary.event;

import org.jspecify.annotations.NullMarked;
