package dev.tributary.upstream.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tributary.event.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2020-12-24T11:19:54.907Z, 2020-12-24T11:19:54.907Z",
        "2020-12-24T11:19:54.907654321Z, 2020-12-24T11:19:54.907Z",
        "2020-12-24T11:19:54Z, 2020-12-24T11:19:54Z",
        "1969-12-31T23:59:59.9995Z, 1969-12-31T23:59:59.999Z",
        "2019-11-06T09:03:34+0800, 2019-11-06T01:03:34Z",
        "2019-11-06T09:03:34+08:00, 2019-11-06T01:03:34Z",
        "2019-11-06T09:03:34.5-0330, 2019-11-06T12:33:34.500Z",
        "2019-11-06t09:03z, 2019-11-06T09:03:00Z",
        "2019-11-06T24:00:00Z, 2019-11-07T00:00:00Z",
        "2019-02-30T00:00:00Z, 2019-02-28T00:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z"
    })
    void isReadInAnySpelling(String text, Instant time) {
        assertEquals(Optional.of(time), read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2019-11-06",
                "2019-11-06T09:03:34",
                "2019-13-06T09:03:34Z",
                "2019-11-32T09:03:34Z",
                "2019-11-06T09:03:60Z",
                "2019-11-06T25:03:34Z",
                "2019-11-06T09:03:34+1900",
                "2019-11-06T09:03:34Zulu",
                "0000-01-01T00:00:00+0001",
                "9999-12-31T23:59:59-0001"
            })
    void isNoneIfNoRfc3339CouldSayIt(String text) {
        assertEquals(Optional.empty(), read(text));
    }

    private static Optional<Instant> read(String text) {
        return RecordTime.ofText(new UpstreamRecord(Map.of("time", Value.string(text))), "time");
    }
}
