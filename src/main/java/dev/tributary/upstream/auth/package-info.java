/** What proves to the upstreams who is asking: AK/SK signatures, configured tokens, tokens from IAM, keys of agencies. */
@NullMarked
package dev.tributary.upstream.auth;

import org.jspecify.annotations.NullMarked;
