package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.fanout.Busy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BusyProblemTest {

    /** RFC 9110, section 10.2.3: whole seconds; one too early would only be refused again. */
    @Test
    void aBusyServiceSaysWhenToAskAgain() {
        Response response = new BusyProblem(new Busy(Duration.ofMillis(1_500))).response();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
    }
}
