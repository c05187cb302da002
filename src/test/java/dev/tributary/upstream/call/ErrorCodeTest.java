package dev.tributary.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error_code\":\"HSS.0001\",\"error_msg\":\"…\"} | HSS.0001",
                "{\"error_msg\":\"…\",\"error_code\":\"APIGW.0301\",\"request_id\":\"…\"} | APIGW.0301",
                "{\"code\":\"APIGW.0305\",\"message\":\"denied\"} | APIGW.0305",
                "{\"error\":{\"code\":401,\"message\":\"…\",\"title\":\"Unauthorized\"}} | 401",
                "{\"errorCode\":\"X\",\"errorMsg\":\"m\"} | X",
                "{\"errors\":[{\"code\":\"NOT_FOUND\",\"message\":\"m\"}]} | NOT_FOUND",
                "{\"details\":[{\"error_code\":\"C\"}],\"error_code\":\"A\"} | A",
                "{\"error_code\":\"X.1\"} | X.1"
            })
    void isFoundInEveryKnownShape(String body, String code) {
        assertThat(ErrorCode.in(body.getBytes(StandardCharsets.UTF_8))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "<html>bad gateway</html>",
                "{\"error_code\":",
                "{\"error_code\":null}",
                "{\"error_code\":\"line\\nbreak\"}",
                "{\"error_code\":\"<script>\"}",
                "{\"error_code\":{\"x\":1}}"
            })
    void isAbsentWhereThereIsNoneOrNoSafeOne(String body) {
        assertThat(ErrorCode.in(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void isNeverLong() {
        assertThat(ErrorCode.in(("{\"code\":\"" + "x".repeat(65) + "\"}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
