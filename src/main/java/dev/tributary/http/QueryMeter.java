package dev.tributary.http;

import java.time.Duration;

/** Told how every query ended, once. An event loop may wait for it: it may not block. */
@FunctionalInterface
public interface QueryMeter {

    /** @param took from when its request arrived until all of its answer was sent */
    void ended(Format format, Ending how, Duration took);
}
