package dev.tributary.http;

import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;

/** REST Assured decodes bodies by itself unless it is told not to. */
final class RawBodies {

    static final RestAssuredConfig NOT_DECODED = RestAssuredConfig.config()
            .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private RawBodies() {}
}
