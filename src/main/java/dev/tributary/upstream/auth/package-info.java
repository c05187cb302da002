/** What proves to the upstreams who is asking: AK/SK signatures, configured tokens, tokens from IAM. */
@NullMarked
package dev.tributary.upstream.auth;

import org.jspecify.annotations.NullMarked;
