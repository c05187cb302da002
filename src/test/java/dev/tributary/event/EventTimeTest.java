package dev.tributary.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-10-09T08:07:06.005Z, 2026-10-09T08:07:06.005Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
        "2024-02-29T10:20:30.1Z, 2024-02-29T10:20:30.100Z",
        "1969-12-31T23:59:59.9995Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "0987-06-05T04:03:02.010Z, 0987-06-05T04:03:02.010Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void areWrittenInUtcWithMilliseconds(Instant time, String text) {
        assertEquals(text, EventTime.text(time));
    }
}
