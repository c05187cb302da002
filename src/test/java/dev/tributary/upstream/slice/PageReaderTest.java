package dev.tributary.upstream.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.event.Value;
import dev.tributary.source.FailureType;
import dev.tributary.upstream.call.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final PageShape SHAPE = new PageShape("data_list", "total_num");

    @Test
    void readsRecordsAndTotalWhateverElseThereIs() {
        Page page = read("""
                {"more": {"data_list": [1]}, "data_list": [{"a": "x"}, {}], "list": [[{}]], "total_num": 2}""");
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.records())
                .extracting(UpstreamRecord::fields)
                .containsExactly(Map.of("a", Value.string("x")), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1234567890123456789", "20481.835938", "-0.10", "1E5", "0"})
    void keepsNumbersAsTheyWereWritten(String number) {
        assertThat(field(number)).isEqualTo(Value.number(number));
    }

    @Test
    void keepsEveryTypeOfValue() {
        assertThat(field("\"a\\n\\u00e9\"")).isEqualTo(Value.string("a\né"));
        assertThat(field("null").type()).isEqualTo(Value.Type.NULL);
        assertThat(field("true")).isEqualTo(new Value(Value.Type.BOOLEAN, "true"));
        assertThat(field("{ \"a\" : [ 1.50, null, \"\\\"\", false ] }"))
                .isEqualTo(new Value(Value.Type.NESTED, "{\"a\":[1.50,null,\"\\\"\",false]}"));
    }

    @Test
    void keepsTheOrderOfFields() {
        Page page = read("{\"total_num\":1,\"data_list\":[{\"z\":1,\"a\":2,\"m\":3}]}");
        assertThat(page.records().get(0).fields().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void takesAnEmptyListInAllItsForms() {
        assertThat(read("{\"data_list\":[],\"total_num\":0}").records()).isEmpty();
        assertThat(read("{\"data_list\":null,\"total_num\":0}").records()).isEmpty();
        assertThat(read("{\"total_num\":0}").records()).isEmpty();
    }

    @Test
    void takesATotalAsTextAndBeyond32Bits() {
        assertThat(read("{\"data_list\":[],\"total_num\":\"21\"}").total()).isEqualTo(21);
        assertThat(read("{\"data_list\":[],\"total_num\":3000000000}").total()).isEqualTo(3_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "[]",
                "null",
                "<html>login</html>",
                "{\"total_num\":",
                "{\"data_list\":[{\"a\":1}],\"total_num\":1",
                "{\"data_list\":[]}",
                "{\"data_list\":[],\"total_num\":null}",
                "{\"data_list\":[],\"total_num\":-1}",
                "{\"data_list\":[],\"total_num\":1.5}",
                "{\"data_list\":[],\"total_num\":[0]}",
                "{\"total_num\":3}",
                "{\"data_list\":null,\"total_num\":3}",
                "{\"data_list\":{},\"total_num\":0}",
                "{\"data_list\":[1],\"total_num\":1}",
                "{\"data_list\":[[{}]],\"total_num\":1}",
                "{\"data_list\":[],\"data_list\":[],\"total_num\":0}",
                "{\"data_list\":[],\"total_num\":0}{}",
                "{\"data_list\":[],\"total_num\":0} x"
            })
    void neverTakesWhatItDoesNotUnderstandForNoEvents(String body) {
        assertThat(failure(body)).isEqualTo(FailureType.BAD_ANSWER);
    }

    @Test
    void neverTakesNoBodyForNoEvents() {
        assertThat(catchThrowableOfType(UpstreamException.class, () -> PageReader.read(null, SHAPE))
                        .failure()
                        .type())
                .isEqualTo(FailureType.BAD_ANSWER);
    }

    private static Value field(String json) {
        return read("{\"total_num\":1,\"data_list\":[{\"f\":" + json + "}]}")
                .records()
                .get(0)
                .fields()
                .get("f");
    }

    private static FailureType failure(String body) {
        return catchThrowableOfType(UpstreamException.class, () -> read(body))
                .failure()
                .type();
    }

    private static Page read(String body) {
        return PageReader.read(body.getBytes(StandardCharsets.UTF_8), SHAPE);
    }
}
