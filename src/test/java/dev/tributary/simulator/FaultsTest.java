package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tributary.simulator.Caller.Answer;
import dev.tributary.simulator.SeenRequest.Ending;
import dev.tributary.simulator.api.Api;
import dev.tributary.simulator.api.Identity;
import dev.tributary.simulator.fault.Calls;
import dev.tributary.simulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What can be made to go wrong, as a caller sees it. */
class FaultsTest {
    @RegisterExtension
    final Running running = new Running();

    @BeforeEach
    void someImages() {
        running.simulator().plays(IMAGES, imagesUntilNoon(100));
    }

    @Test
    void aFaultBefallsTheCallsOfItsScriptAndNoOthers() {
        running.simulator().fault(IMAGES, Calls.number(2), Fault.status(503, "X.1"));
        running.simulator().fault(Api.IMAGE_LOG, Calls.from(4), Fault.status(500, "X.2"));

        assertThat(Stream.generate(this::get).limit(5).map(Answer::status)).containsExactly(200, 503, 200, 500, 500);
        running.simulator().heals();
        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void aFaultOfAnotherListBefallsNobodyHere() {
        running.simulator().fault(new Identity.ImageLog("another"), Calls.all(), Fault.reset());
        running.simulator().fault(Api.CLUSTER_EVENT, Calls.all(), Fault.reset());

        assertThat(get().status()).isEqualTo(200);
    }

    @Test
    void errorsCarryTheirCodeAndThrottlingMayNameATime() {
        running.simulator().fault(IMAGES, Calls.next(1), Fault.throttled(Duration.ofSeconds(7)));
        Answer throttled = get();
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.text("error_code")).isEqualTo("APIGW.0308");
        assertThat(throttled.response().headers().firstValue("Retry-After")).contains("7");

        again(Fault.throttled());
        assertThat(get().response().headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void answersThatAreNoneComeWithStatus200() {
        again(Fault.emptyBody());
        assertThat(get().response().body()).isEmpty();
        again(Fault.emptyObject());
        assertThat(get().response().body()).asString().isEqualTo("{}");
        again(Fault.html());
        assertThat(get().response().headers().firstValue("Content-Type")).contains("text/html");
        again(Fault.malformedJson());
        Answer malformed = get();
        assertThat(malformed.status()).isEqualTo(200);
        assertThatThrownBy(malformed::json).hasCauseInstanceOf(JsonProcessingException.class);
        again(Fault.wrongTypes());
        assertThat(get().json().path("total_num").isObject()).isTrue();
        assertThat(get().json().path("data_list").isTextual()).isTrue();
    }

    @Test
    void cutJsonIsHalfOfTheBodyAndNothingWrongForHttp() {
        byte[] whole = get().response().body();
        again(Fault.cutJson());

        assertThat(get().status()).isEqualTo(200);
        assertThat(get().response().body()).isEqualTo(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void aRedirectNamesItsPlace() {
        again(Fault.redirect("http://127.0.0.1:1/"));

        assertThat(get().status()).isEqualTo(302);
        assertThat(get().response().headers().firstValue("Location")).contains("http://127.0.0.1:1/");
    }

    @Test
    void brokenConnectionsAreErrorsForTheCaller() {
        again(Fault.reset());
        assertThatThrownBy(this::get).hasCauseInstanceOf(IOException.class);
        again(Fault.resetAfterHeaders());
        assertThatThrownBy(this::get).hasCauseInstanceOf(IOException.class);
        again(Fault.truncated());
        assertThatThrownBy(this::get).hasCauseInstanceOf(IOException.class);

        assertThat(running.simulator().requests().all())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.ending()).isEqualTo(Ending.CUT));
    }

    @Test
    void slowBytesArriveWhole() {
        byte[] whole = get().response().body();
        again(Fault.slowBytes(100, Duration.ofMillis(1)));

        assertThat(get().response().body()).isEqualTo(whole);
    }

    @Test
    void aHugeBodyIsAsLongAsItSays() {
        again(Fault.hugeBody(3_000_000));

        assertThat(get().response().body()).hasSize(3_000_000);
    }

    @Test
    void lateAnswersAreTheOrdinaryOnes() {
        again(Fault.latency(Duration.ofMillis(5)));

        assertThat(get().number("total_num")).isEqualTo(100);
    }

    @Test
    void hangingCallsStayInFlightUntilTheCallerGivesUp() {
        again(Fault.hang());
        CompletableFuture<Answer> call = running.caller().getAsync(imagePath(""));
        await().until(() -> running.simulator().requests().inFlight() == 1);

        call.cancel(true);

        await().until(() -> running.simulator().requests().inFlight() == 0);
        assertThat(running.simulator().requests().all())
                .singleElement()
                .satisfies(request -> assertThat(request.ending()).isEqualTo(Ending.CLOSED_BY_CLIENT))
                .satisfies(request -> assertThat(request.status()).isZero());
    }

    @Test
    void callsThatWaitForEachOtherAreAnsweredWhenAllHaveCome() {
        again(Fault.together(3));
        CompletableFuture<Answer> first = running.caller().getAsync(imagePath("?limit=1"));
        CompletableFuture<Answer> second = running.caller().getAsync(imagePath("?limit=2"));
        await().until(() -> running.simulator().requests().inFlight() == 2);
        assertThat(first).isNotDone();

        CompletableFuture<Answer> third = running.caller().getAsync(imagePath("?limit=3"));

        assertThat(Stream.of(first, second, third))
                .allSatisfy(call -> assertThat(call)
                        .succeedsWithin(10, SECONDS, InstanceOfAssertFactories.type(Answer.class))
                        .extracting(Answer::status)
                        .isEqualTo(200));
        assertThat(running.simulator().requests().mostAtOnce()).isEqualTo(3);
    }

    private void again(Fault fault) {
        running.simulator().heals();
        running.simulator().fault(IMAGES, Calls.all(), fault);
    }

    private Answer get() {
        return running.caller().get(imagePath("?limit=100"));
    }
}
