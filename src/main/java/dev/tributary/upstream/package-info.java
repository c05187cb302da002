/** Accounts and sources as configured: their mapping, its checks, and what comes out of both. */
@NullMarked
package dev.tributary.upstream;

import org.jspecify.annotations.NullMarked;
