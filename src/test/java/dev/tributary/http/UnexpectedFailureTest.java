package dev.tributary.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnexpectedFailureTest {

    @Test
    void clientGetsAnInstanceToQuoteAndNothingOfTheFailure() {
        Response response = new ErrorResponses().unexpected(new IllegalStateException("token=secret"));
        String body = new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(body).contains("\"instance\":\"urn:uuid:").doesNotContain("secret", "IllegalState", "dev.tributary");
    }
}
