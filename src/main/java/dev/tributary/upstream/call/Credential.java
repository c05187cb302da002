package dev.tributary.upstream.call;

import java.util.Map;

/** What proves to an upstream who is asking. Equal only to itself. */
public interface Credential {

    /** The headers to set on this request, in addition to those it has. */
    Map<String, String> headersFor(OutgoingRequest request);
}
