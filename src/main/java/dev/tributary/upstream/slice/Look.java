package dev.tributary.upstream.slice;

import java.time.Instant;

/**
 * One look at an upstream's data: what one call has answered.
 *
 * @param begun when it was asked for; what arrived there later cannot be expected in it
 * @param bytes length of the answer, decompressed
 */
public record Look(Page page, Instant begun, int bytes) {}
