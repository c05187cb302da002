/** What every call on the wire passes: retry, breaker, pace, concurrency, timeout, credentials, error mapping. */
@NullMarked
package dev.tributary.upstream.call;

import org.jspecify.annotations.NullMarked;
