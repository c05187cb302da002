package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.NOON;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.simulator.SeenRequest.Ending;
import dev.tributary.simulator.api.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a simulator remembers of its callers. */
class RequestLogTest {
    @RegisterExtension
    final Running running = new Running();

    @Test
    void aRequestIsKeptAsItStoodOnTheWire() {
        running.simulator().plays(IMAGES, imagesUntilNoon(1));
        String uri = imagePath("?user_name=a%2Bb%20c+d&limit=5");

        running.caller().get(uri, Map.of("X-Auth-Token", Caller.TOKEN, "X-Language", "en-us"));

        assertThat(running.simulator().requests().of(IMAGES)).singleElement().satisfies(request -> {
            assertThat(request.api()).isEqualTo(Api.IMAGE_LOG);
            assertThat(request.wire().method()).isEqualTo("GET");
            assertThat(request.wire().uri()).isEqualTo(uri);
            assertThat(request.parameter("user_name")).isEqualTo("a+b c d");
            assertThat(request.wire().header("x-language")).contains("en-us");
            assertThat(request.ending()).isEqualTo(Ending.ANSWERED);
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.arrivedAt()).isEqualTo(NOON);
            assertThat(request.endedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void refusedAndUnknownRequestsAreKeptToo() {
        running.caller().get(imagePath("?limit=201"));
        running.caller().get("/nowhere");

        assertThat(running.simulator().requests().all())
                .extracting(SeenRequest::api, SeenRequest::status)
                .containsExactly(tuple(Api.IMAGE_LOG, 400), tuple(Api.UNKNOWN, 404));
    }

    @Test
    void resettingForgetsWhatWasSeenAndPlayedAndWrong() {
        running.simulator().plays(IMAGES, imagesUntilNoon(1));
        running.caller().get(imagePath(""));

        running.simulator().reset();

        assertThat(running.simulator().requests().all()).isEmpty();
        assertThat(running.simulator().requests().mostAtOnce()).isZero();
        assertThat(running.caller().get(imagePath("")).status()).isEqualTo(400);
    }
}
