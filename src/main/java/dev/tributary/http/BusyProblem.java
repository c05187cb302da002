package dev.tributary.http;

import dev.tributary.fanout.Busy;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A query for which there was no room beside the others. */
record BusyProblem(Busy busy) {

    Response response() {
        return Problem.of(ProblemType.OVERLOADED)
                .response()
                .header(
                        HttpHeaders.RETRY_AFTER,
                        busy.retryAfter().plusNanos(999_999_999).toSeconds())
                .build();
    }
}
