package dev.tributary.http;

import dev.tributary.source.Unexpected;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A failure that nobody expected, and so ours.
 *
 * @param id by which a client's report is found in the log
 */
record Defect(String id, Throwable failure) {

    private static final Logger LOG = Logger.getLogger(Defect.class);

    static Defect of(Throwable failure) {
        return new Defect("urn:uuid:" + UUID.randomUUID(), failure);
    }

    void log() {
        LOG.errorf("%s: %s", id, new Unexpected(failure));
    }
}
