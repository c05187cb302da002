package dev.tributary.simulator;

import static dev.tributary.simulator.Running.IMAGES;
import static dev.tributary.simulator.Running.imagePath;
import static dev.tributary.simulator.Running.imagesUntilNoon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tributary.simulator.Caller.Answer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault has a name, and what it is asked for with. */
class FaultNamesTest {
    @RegisterExtension
    final Running running = new Running();

    @BeforeEach
    void someImages() {
        running.simulator().plays(IMAGES, imagesUntilNoon(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400                 | 400 | .*HSS.0001.*",
                "401                 | 401 | .*APIGW.0301.*",
                "403                 | 403 | .*",
                "404                 | 404 | .*APIGW.0101.*",
                "408                 | 408 | .*",
                "429                 | 429 | .*APIGW.0308.*",
                "500                 | 500 | .*",
                "502                 | 502 | .*",
                "503                 | 503 | .*",
                "504                 | 504 | .*",
                "hss-denied          | 400 | .*HSS.0010.*",
                "redirect            | 302 | ''",
                "latency             | 200 | .*total_num.*]}",
                "cut-json            | 200 | .*total_num.*[^}]",
                "malformed-json      | 200 | .*,,.*",
                "wrong-types         | 200 | .*data_list.:.none.*",
                "html                | 200 | <html>.*",
                "empty-body          | 200 | ''",
                "empty-object        | 200 | \\{}"
            })
    void aFaultGoesByItsName(String name, int status, String body) {
        post("{'target': '*', 'fault': '" + name + "', 'delay': '1ms'}");

        Answer answer = get();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(new String(answer.response().body(), UTF_8)).matches(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset-after-headers", "truncated"})
    void aFaultOfTheConnectionGoesByItsName(String name) {
        post("{'target': '*', 'fault': '" + name + "'}");

        assertThatThrownBy(this::get).hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "slow-bytes"})
    void aFaultThatKeepsItsCallerWaitingGoesByItsName(String name) {
        post("{'target': '*', 'calls': 1, 'fault': '" + name + "'}");
        CompletableFuture<Answer> waiting = running.caller().getAsync(imagePath(""));
        await().until(() -> running.simulator().requests().inFlight() == 1);

        assertThat(get().status()).isEqualTo(200);
        assertThat(waiting).isNotDone();
    }

    @Test
    void aFaultHasItsParameters() {
        post("{'target': '*', 'calls': 1, 'fault': 429, 'retryAfter': '7s', 'code': 'X.1'}");
        post("{'target': '*', 'calls': 2, 'fault': 'huge-body', 'bytes': 12345}");
        post("{'target': '*', 'calls': 3, 'fault': 'redirect', 'location': 'http://127.0.0.1:1/'}");
        post("{'target': '*', 'calls': 4, 'fault': 'slow-bytes', 'bytes': 1000, 'pause': '1ms'}");

        Answer throttled = get();
        assertThat(throttled.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(throttled.text("error_code")).isEqualTo("X.1");
        assertThat(get().response().body()).hasSize(12_345);
        assertThat(get().response().headers().firstValue("Location")).contains("http://127.0.0.1:1/");
        assertThat(get().number("total_num")).isEqualTo(10);
    }

    private void post(String line) {
        assertThat(running.caller()
                        .post("/_simulator/faults", line.replace('\'', '"'))
                        .status())
                .isEqualTo(201);
    }

    private Answer get() {
        return running.caller().get(imagePath("?limit=10"));
    }
}
