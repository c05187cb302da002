/** A walk through the pages of one query: how far it has come, which sources left it, and the cursor that says so. */
@NullMarked
package dev.tributary.walk;

import org.jspecify.annotations.NullMarked;
