package dev.tributary.upstream.call;

import static java.util.Map.entry;

import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.source.Unexpected;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads an upstream's error answer as a {@link SourceFailure}: by its code before its status. */
public record Failures(Clock clock) {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    /** After a 429 without a {@code Retry-After}; the gateway's quotas are per second (API Gateway, "APIGW.0308"). */
    private static final Duration UNTOLD_PAUSE = Duration.ofSeconds(1);

    /** Guards against causes that go round in a circle. */
    private static final int DEEPEST_CAUSE = 10;

    /** HSS answers 400 for access denied and not found (HSS API reference, "Error Codes"; API Gateway, "Error Codes"). */
    private static final Map<String, FailureType> BY_CODE = Map.ofEntries(
            entry("HSS.0001", FailureType.REJECTED),
            entry("HSS.0002", FailureType.REJECTED),
            entry("HSS.0010", FailureType.FORBIDDEN),
            entry("HSS.0013", FailureType.FORBIDDEN),
            entry("HSS.0011", FailureType.NOT_FOUND),
            entry("APIGW.0301", FailureType.AUTH),
            entry("APIGW.0303", FailureType.AUTH),
            entry("APIGW.0307", FailureType.AUTH),
            entry("APIG.0307", FailureType.AUTH),
            entry("APIGW.0101", FailureType.NOT_FOUND),
            entry("APIGW.0201", FailureType.REJECTED),
            entry("APIGW.0308", FailureType.THROTTLED));

    private static final Map<Integer, FailureType> BY_STATUS = Map.of(
            400, FailureType.REJECTED,
            401, FailureType.AUTH,
            403, FailureType.FORBIDDEN,
            404, FailureType.NOT_FOUND,
            408, FailureType.TIMEOUT,
            429, FailureType.THROTTLED,
            504, FailureType.TIMEOUT);

    private static final Map<FailureType, String> MESSAGES = Map.of(
            FailureType.TIMEOUT, "the upstream says that it ran out of time",
            FailureType.THROTTLED, "the upstream says that it is called too often",
            FailureType.AUTH, "the upstream refused the credentials",
            FailureType.FORBIDDEN, "the credentials lack the permission for this call",
            FailureType.NOT_FOUND, "the upstream knows no such API, instance or cluster",
            FailureType.REJECTED, "the upstream calls the request invalid",
            FailureType.UPSTREAM_ERROR, "the upstream failed",
            FailureType.BAD_ANSWER, "the upstream answered with something else than data or an error");

    private static final Set<FailureType> MAY_PASS =
            EnumSet.of(FailureType.TIMEOUT, FailureType.UNREACHABLE, FailureType.THROTTLED, FailureType.UPSTREAM_ERROR);

    /** Whether another attempt is likely to end better. An attempt of ours that ran out of time is not repeated. */
    static boolean mayPass(SourceFailure failure) {
        boolean ownTimeout = failure.type() == FailureType.TIMEOUT && failure.upstreamStatus() == null;
        return MAY_PASS.contains(failure.type()) && !ownTimeout;
    }

    SourceFailure of(Throwable thrown) {
        Optional<SourceFailure> known = causes(thrown)
                .filter(UpstreamException.class::isInstance)
                .map(cause -> ((UpstreamException) cause).failure())
                .findFirst();
        return known.orElseGet(() -> unknown(thrown));
    }

    private SourceFailure unknown(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer) {
            return of(answer);
        }
        if (causes(thrown).anyMatch(Failures::isTimeout)) {
            return SourceFailure.of(FailureType.TIMEOUT, "no complete answer in time");
        }
        if (causes(thrown).anyMatch(Failures::isConnection)) {
            return SourceFailure.of(FailureType.UNREACHABLE, "no connection, or one that broke");
        }
        if (causes(thrown).anyMatch(Failures::isNoHttp)) {
            return SourceFailure.of(FailureType.BAD_ANSWER, "the upstream's answer breaks the rules of HTTP");
        }
        LOG.errorf("A call failed in a way that nobody had thought of: %s", new Unexpected(thrown));
        return SourceFailure.of(FailureType.BAD_ANSWER, "the upstream's answer could not be read");
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }

    private static boolean isTimeout(Throwable thrown) {
        return thrown instanceof io.smallrye.mutiny.TimeoutException
                || thrown instanceof java.util.concurrent.TimeoutException
                || thrown instanceof ConnectTimeoutException;
    }

    private static boolean isConnection(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof VertxException;
    }

    /** As Netty says it of versions, lengths, headers and compressed bodies: no defect of ours, however often it comes. */
    private static boolean isNoHttp(Throwable thrown) {
        return thrown instanceof DecoderException || thrown instanceof IllegalArgumentException && isOfNetty(thrown);
    }

    private static boolean isOfNetty(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .limit(DEEPEST_CAUSE)
                .anyMatch(frame -> frame.getClassName().startsWith("io.netty."));
    }

    private SourceFailure of(WebApplicationException answer) {
        Response response = answer.getResponse();
        int status = response.getStatus();
        String code = code(response);
        FailureType type = type(status, code);
        Duration wait = retryAfter(response);
        return new SourceFailure(
                type,
                MESSAGES.getOrDefault(type, type.text()),
                status,
                code,
                wait == null && type == FailureType.THROTTLED ? UNTOLD_PAUSE : wait);
    }

    private static @Nullable String code(Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : null;
        return body == null ? null : ErrorCode.in(body).orElse(null);
    }

    private static FailureType type(int status, @Nullable String code) {
        if (status < 400) {
            return FailureType.BAD_ANSWER; // a redirect is never followed, and never "no events"
        }
        FailureType byCode = code == null ? null : BY_CODE.get(code);
        if (byCode != null) {
            return byCode;
        }
        return BY_STATUS.getOrDefault(status, status < 500 ? FailureType.REJECTED : FailureType.UPSTREAM_ERROR);
    }

    private @Nullable Duration retryAfter(Response response) {
        String header = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        if (header == null) {
            return null;
        }
        return header.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header.strip())) : until(header);
    }

    private @Nullable Duration until(String date) {
        return HttpDate.parse(date)
                .map(then -> Duration.between(clock.instant(), then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null); // an unreadable hint is no hint
    }
}
