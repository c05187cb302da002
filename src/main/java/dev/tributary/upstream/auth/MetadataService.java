package dev.tributary.upstream.auth;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Keys of the agency of an ECS or a CCE node, from its metadata service: first a token, with it the keys. Steps, statuses
 * and times are those of the vendor's SDK.
 */
final class MetadataService implements Issuer {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int TOKEN_SECONDS = 21_600;

    /** Statuses of a metadata service that has no tokens. */
    private static final Set<Integer> WITHOUT_TOKENS = Set.of(404, 405, 503);

    /** How long it is then asked without one. */
    private static final Duration TOKENLESS = Duration.ofHours(24);

    private static final String NO_AGENCY = "Please configure Cloud Service Agency first";

    private final AgencyKeys keys;
    private final Clock clock;
    private final IssuingService service;
    private final MetadataClient client;
    private volatile Instant tokenlessUntil = Instant.MIN;

    MetadataService(URI base, AgencyKeys keys, Clock clock) {
        this(base, keys, clock, TIMEOUT);
    }

    MetadataService(URI base, AgencyKeys keys, Clock clock, Duration timeout) {
        this.keys = keys;
        this.clock = clock;
        this.service = new IssuingService("The metadata service", base, timeout);
        this.client = service.client(MetadataClient.class);
    }

    @Override
    public Uni<Issued> issue() {
        return Uni.createFrom()
                .deferred(this::tokenIfThereAreAny)
                .chain(this::askForKeys)
                .chain(this::onceMoreIfTheTokenRanOut)
                .map(this::keysIn);
    }

    private Uni<Optional<String>> tokenIfThereAreAny() {
        return clock.instant().isBefore(tokenlessUntil)
                ? Uni.createFrom().item(Optional.empty())
                : askForToken().map(this::tokenOrNone);
    }

    private Uni<Answer> askForToken() {
        return service.answer(client.token(TOKEN_SECONDS));
    }

    private Uni<Answer> askForKeys(Optional<String> token) {
        return service.answer(client.securityKey(token.orElse(null)));
    }

    private Optional<String> tokenOrNone(Answer answer) {
        if (WITHOUT_TOKENS.contains(answer.status())) {
            tokenlessUntil = clock.instant().plus(TOKENLESS);
            return Optional.empty();
        }
        return tokenIn(answer);
    }

    private Optional<String> tokenIn(Answer answer) {
        String token = answer.text().strip();
        if (answer.status() != 200 || !AgencyKeys.isVisible(token)) {
            throw service.unusable(answer.status());
        }
        return Optional.of(token);
    }

    /** This time a service without tokens is a failure: it has just refused to do without. */
    private Uni<Answer> onceMoreIfTheTokenRanOut(Answer answer) {
        return answer.status() == 401 && !saysNoAgency(answer)
                ? askForToken().map(this::tokenIn).chain(this::askForKeys)
                : Uni.createFrom().item(answer);
    }

    private Issued keysIn(Answer answer) {
        if (answer.status() == 401 && saysNoAgency(answer)) {
            throw service.failure("has no agency configured for this machine", 401);
        }
        return keys.in(answer, service);
    }

    private static boolean saysNoAgency(Answer answer) {
        return answer.text().contains(NO_AGENCY);
    }
}
