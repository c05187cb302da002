package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tributary.Api.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what those learn who are not. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
@TestProfile(CallersProfile.class)
class CallersTest extends FrontDoorTest {
    private static final Duration A_FEW_LOOKS = Duration.ofSeconds(30);

    @TestHTTPResource(value = "/health/", management = true)
    String health;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events?source=registry",
                "/events?source=guessed&limit=0&x=y",
                "/events?cursor=AwIEZnJvbQ",
                "/sources",
                "/nothing",
                "/openapi/../events",
                "/page/../events"
            })
    void whoIsNotKnownLearnsNothingWhateverIsWrongAndWhateverHeAsks(String path) {
        Map<String, ?> toNobody = told(api.get("/events"));
        assertThat(toNobody.toString()).contains("401", "/problems/unauthorized", "www-authenticate=[Bearer]");

        assertThat(strangers())
                .allSatisfy(stranger -> assertThat(told(stranger.get(path))).isEqualTo(toNobody));
        assertThat(simulator.requests().all()).isEmpty();
    }

    private Stream<Api> strangers() {
        return Stream.of(
                api,
                api.withToken(""),
                api.withToken("wrong"),
                api.withToken(CallersProfile.ALL + "x"),
                api.withToken(CallersProfile.ALL.substring(1)),
                api.withToken(CallersProfile.ALL.toUpperCase(Locale.ROOT)),
                api.withToken(CallersProfile.ALL + "\t" + CallersProfile.TEAM),
                api.with("Authorization", "Basic YWxsOmFsbA=="),
                api.with("Authorization", CallersProfile.ALL),
                api.with("Authorization", "Bearer wrong", "Authorization", "Bearer " + CallersProfile.ALL),
                api.with("Authorization", "Bearer " + CallersProfile.ALL, "Authorization", "Bearer wrong"),
                api.with("X-Forwarded-User", "all"));
    }

    @Test
    void tokenWithAnyBitFlippedIsAnotherToken() {
        byte[] token = CallersProfile.ALL.getBytes(StandardCharsets.US_ASCII);
        List<Integer> statuses = IntStream.range(0, 7 * token.length)
                .mapToObj(bit -> flipped(token, bit))
                .filter(text -> text.chars().allMatch(c -> c > ' ' && c < 127)) // no client sends others
                .map(text -> api.withToken(text).get("/sources").status())
                .toList();

        assertThat(statuses).hasSizeGreaterThan(100).containsOnly(401);
    }

    private static String flipped(byte[] token, int bit) {
        byte[] flipped = token.clone();
        flipped[bit / 7] ^= (byte) (1 << bit % 7);
        return new String(flipped, StandardCharsets.US_ASCII);
    }

    @Test
    void anyTokenOfHisFileLetsACallerIn() {
        assertThat(statusFor(CallersProfile.ALL)).isEqualTo(200);
        assertThat(statusFor(CallersProfile.ALL_NEXT)).isEqualTo(200);
        assertThat(statusFor(CallersProfile.TEAM)).isEqualTo(200);
        assertThat(api.with("Authorization", "bearer  " + CallersProfile.ALL)
                        .get("/sources")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDescriptionAndHealthAreForEverybody() {
        assertThat(api.with("Accept", "application/json").text("/openapi").statusCode())
                .isEqualTo(200);
        assertThat(new Api(health).get("live").status()).isEqualTo(200);
    }

    @Test
    void fileWithoutTokensMakesItUnreadyByTheCallersNameAndThoseItHeldStayGood() {
        assertThat(ready().status()).isEqualTo(200);

        swapFor("too short, or a line of something else");
        assertNamesTheCallerAndLetsHimIn();

        CallersProfile.TOKENS_OF_ALL.swapFor(Map.of());
        assertNamesTheCallerAndLetsHimIn();

        swapFor(CallersProfile.ALL + "\n" + CallersProfile.ALL_NEXT);
        assertThat(ready().status()).isEqualTo(200);
    }

    private void assertNamesTheCallerAndLetsHimIn() {
        Reply ready = ready();
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.http().body())
                .contains("callers.all")
                .doesNotContain(
                        "callers.team",
                        "something",
                        CallersProfile.TOKENS_OF_ALL.directory().toString());
        assertThat(statusFor(CallersProfile.ALL)).isEqualTo(200);
    }

    private Reply ready() {
        return new Api(health).get("ready");
    }

    // One test, because a file that was replaced stays so.
    @Test
    void tokensAreReadAgainWhenTheirDirectoryIsReplaced() {
        String added = "all.sees.everything.0003";

        swapFor(CallersProfile.ALL + "\n" + CallersProfile.ALL_NEXT + "\n" + added);
        await().atMost(A_FEW_LOOKS).until(() -> statusFor(added) == 200);
        assertThat(statusFor(CallersProfile.ALL)).isEqualTo(200);

        swapFor(added);
        await().atMost(A_FEW_LOOKS).until(() -> statusFor(CallersProfile.ALL) == 401);
        assertThat(statusFor(added)).isEqualTo(200);

        swapFor("");
        await().atMost(A_FEW_LOOKS).until(() -> statusFor(added) == 401);

        swapFor(CallersProfile.TEAM + "\n" + CallersProfile.ALL);
        await().atMost(A_FEW_LOOKS).until(() -> statusFor(CallersProfile.ALL) == 200);
        assertThat(statusFor(CallersProfile.TEAM)).as("a token of two callers").isEqualTo(401);

        swapFor(CallersProfile.ALL + "\n" + CallersProfile.ALL_NEXT);
        await().atMost(A_FEW_LOOKS).until(() -> statusFor(CallersProfile.ALL_NEXT) == 200);
        assertThat(statusFor(CallersProfile.TEAM)).isEqualTo(200);
    }

    private static void swapFor(String tokens) {
        CallersProfile.TOKENS_OF_ALL.swapFor(Map.of("tokens", tokens));
    }

    private int statusFor(String token) {
        return api.withToken(token).get("/sources").status();
    }

    private static Map<String, ?> told(Reply reply) {
        Map<String, Object> told = new TreeMap<>(reply.http().headers().map());
        told.put("status", reply.status());
        told.put("body", reply.http().body());
        return told;
    }
}
