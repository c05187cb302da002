package dev.tributary.walk;

/** A text that is no cursor of ours, or no longer one. The message is for the client. */
public final class MalformedCursorException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCursorException(String message) {
        super(message, null, false, false); // no stack trace: anybody can send such a text, any number of times
    }
}
