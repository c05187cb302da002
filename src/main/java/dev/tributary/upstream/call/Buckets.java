package dev.tributary.upstream.call;

/** Where each pace finds its bucket. */
@FunctionalInterface
public interface Buckets {

    /**
     * @param group whose calls one quota counts: account, host and kind
     * @param perSecond turns a second in the long run, above 0
     * @param burst turns at once after a rest, 1 or more
     */
    Bucket of(String group, double perSecond, int burst);
}
