package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An OpenID Connect issuer: it publishes its keys, and signs what it is given. */
final class PlayedIssuer {
    static final String AUDIENCE = "tributary";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;
    private final HttpServer server;

    private PlayedIssuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static PlayedIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PlayedIssuer issuer = new PlayedIssuer(newKeys(), server);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, issuer.discovery()));
            server.createContext("/jwks", exchange -> answer(exchange, issuer.publicKeys()));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, ?> discovery() {
        return Map.of("issuer", url(), "jwks_uri", url() + "/jwks");
    }

    private Map<String, ?> publicKeys() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "kid", "1",
                        "use", "sig",
                        "alg", "RS256",
                        "n", number(key.getModulus()),
                        "e", number(key.getPublicExponent()))));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** A token that is good for five minutes, but for what is said otherwise. */
    String token(Map<String, ?> otherwise) {
        return token(otherwise, keys);
    }

    String token(Map<String, ?> otherwise, KeyPair signer) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", url());
        claims.put("sub", "alice");
        claims.put("aud", AUDIENCE);
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        claims.putAll(otherwise);
        String signed = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "1")) + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(signature(signed, signer));
    }

    private static byte[] signature(String text, KeyPair signer) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(Map<String, ?> object) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(object));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, ?> object) throws IOException {
        byte[] body = JSON.writeValueAsBytes(object);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
