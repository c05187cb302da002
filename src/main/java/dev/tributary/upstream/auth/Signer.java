package dev.tributary.upstream.auth;

/** SDK-HMAC-SHA256 as in the vendor's Java SDK: the secret key itself is the HMAC key, nothing is derived from it. */
final class Signer {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";

    private final AccessKeys keys;

    Signer(AccessKeys keys) {
        this.keys = keys;
    }

    /** The value of the header {@code Authorization}. */
    String authorization(CanonicalRequest request) {
        return ALGORITHM
                + " Access=" + keys.accessKey()
                + ", SignedHeaders=" + request.headers().names()
                + ", Signature=" + signature(request);
    }

    String signature(CanonicalRequest request) {
        return Sha256.hmacHex(keys.secretKey(), stringToSign(request));
    }

    static String stringToSign(CanonicalRequest request) {
        return String.join("\n", ALGORITHM, request.headers().date(), Sha256.hex(request.text()));
    }
}
