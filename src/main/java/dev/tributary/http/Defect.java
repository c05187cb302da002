package dev.tributary.http;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A failure that nobody expected, and so ours.
 *
 * @param id by which a client's report is found in the log
 */
record Defect(String id, Throwable failure) {

    private static final Logger LOG = Logger.getLogger(Defect.class);
    private static final int FRAMES_LOGGED = 8;

    static Defect of(Throwable failure) {
        return new Defect("urn:uuid:" + UUID.randomUUID(), failure);
    }

    /** In one line. Without messages: an exception's text may quote what an upstream or a client sent. */
    void log() {
        List<StackTraceElement> place =
                Arrays.stream(failure.getStackTrace()).limit(FRAMES_LOGGED).toList();
        LOG.errorf("%s: %s at %s", id, failure.getClass().getName(), place);
    }
}
