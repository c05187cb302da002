/** What clients meet: resources, parameters, problems. */
@NullMarked
package dev.tributary.http;

import org.jspecify.annotations.NullMarked;
