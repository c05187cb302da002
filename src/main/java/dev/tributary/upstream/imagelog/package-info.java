/** HSS container image logs (HSS API reference, "Querying Container Image Operation Logs"). */
@NullMarked
package dev.tributary.upstream.imagelog;

import org.jspecify.annotations.NullMarked;
