/** The one port between what asks for events and what delivers them, and the words both sides use. */
@NullMarked
package dev.tributary.source;

import org.jspecify.annotations.NullMarked;
