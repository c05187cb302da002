package dev.tributary.http;

/** An answer ends before its end, and its client is all who has to notice. */
final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenOff(String message) {
        super(message, null, false, false); // no place in the code says more than the message
    }
}
