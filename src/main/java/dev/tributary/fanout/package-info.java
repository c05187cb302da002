/** One query over its sources: filters, budget, partial results. */
@NullMarked
package dev.tributary.fanout;

import org.jspecify.annotations.NullMarked;
