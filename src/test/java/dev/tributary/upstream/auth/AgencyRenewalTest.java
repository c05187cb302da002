package dev.tributary.upstream.auth;

import static dev.tributary.upstream.auth.PlayedAgency.KEYS;
import static dev.tributary.upstream.auth.PlayedAgency.TOKEN;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tributary.upstream.call.Credential;
import dev.tributary.upstream.call.OutgoingRequest;
import dev.tributary.upstream.call.UpstreamException;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of an agency over their life of a day. A Quarkus test because the REST client needs the runtime. */
@QuarkusTest
class AgencyRenewalTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
    private static final OutgoingRequest REQUEST =
            new OutgoingRequest("GET", URI.create("https://host/"), Map.of(), new byte[0]);

    private final PlayedAgency agency = new PlayedAgency();
    private final SettableClock clock = new SettableClock(MORNING);
    private final RenewingAuthenticator authenticator = new RenewingAuthenticator(
            new MetadataService(agency.url(), new AgencyKeys("project", clock), clock, ofSeconds(30)),
            new LoginGuard("agency", new Standing("default", clock)),
            clock);

    @BeforeEach
    void hasKeysForADay() {
        agency.hasKeysUntil(KEYS, MORNING.plus(ofHours(24)));
    }

    @AfterEach
    void closeAgency() {
        agency.close();
    }

    @Test
    void hundredCallersAtOnceCostOneIssue() {
        Promise<Void> signal = Promise.promise();
        agency.hasKeysUntil(KEYS, MORNING.plus(ofHours(24)), signal);

        List<CompletableFuture<Credential>> callers = hundredCallers();
        signal.complete();

        assertThat(callers)
                .allSatisfy(caller -> assertThat(keysOf(caller.join())).isEqualTo("ST1"));
        assertThat(agency.of(KEYS)).hasSize(1);
    }

    @Test
    void keysAreRenewedFortyMinutesBeforeTheirEnd() {
        keys();
        clock.advance(ofHours(24).minus(ofMinutes(40)).minusSeconds(1));
        assertThat(keys()).isEqualTo("ST1");
        assertThat(agency.of(KEYS)).hasSize(1);

        agency.hasKeysUntil(KEYS, MORNING.plus(ofDays(2)));
        clock.advance(ofSeconds(1));
        keys();
        await().until(() -> keys().equals("ST2"));
        assertThat(agency.of(KEYS)).hasSize(2);
    }

    @Test
    void callsGoOnWithTheOldKeysBesideOneRenewal() {
        keys();
        Promise<Void> signal = Promise.promise();
        agency.hasKeysUntil(KEYS, MORNING.plus(ofDays(2)), signal);
        clock.advance(ofHours(24).minus(ofMinutes(40)));

        assertThat(hundredCallers())
                .allSatisfy(caller -> assertThat(caller)
                        .isCompletedWithValueMatching(
                                credential -> keysOf(credential).equals("ST1")));
        signal.complete();

        await().until(() -> keys().equals("ST2"));
        assertThat(agency.of(KEYS)).hasSize(2);
    }

    @Test
    void oldKeysStayInUseUntilTheyExpireWhileRenewalsFail() {
        keys();
        agency.answers(TOKEN, 500, "");
        clock.advance(ofHours(24).minusSeconds(1));
        assertThat(keys()).isEqualTo("ST1");
        await().until(() -> agency.of(TOKEN).size() == 2);
        assertThat(keys()).isEqualTo("ST1");

        clock.advance(ofSeconds(1));
        assertThatThrownBy(this::keys).isInstanceOf(UpstreamException.class);
    }

    @Test
    void refusedKeysAreReplaced() {
        Credential refused = given(authenticator.credential());

        assertThat(keysOf(given(authenticator.renewed(refused)))).isEqualTo("ST2");
        assertThat(keys()).isEqualTo("ST2");
    }

    private List<CompletableFuture<Credential>> hundredCallers() {
        return IntStream.range(0, 100)
                .mapToObj(caller -> authenticator.credential().subscribeAsCompletionStage())
                .toList();
    }

    private String keys() {
        return keysOf(given(authenticator.credential()));
    }

    private static Credential given(Uni<Credential> credential) {
        return credential.await().atMost(ofSeconds(30));
    }

    private static String keysOf(Credential credential) {
        return credential.headersFor(REQUEST).get("X-Security-Token");
    }
}
