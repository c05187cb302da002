package dev.tributary.event;

/**
 * A JSON value kept exactly as it was sent: a number is never a double.
 *
 * @param text the decoded text of a string; for every other type its JSON text
 */
public record Value(Type type, String text) {

    /** How {@link #text} is to be written as JSON. */
    public enum Type {
        STRING,
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        NULL,
        /** An object or array, as compact JSON text. */
        NESTED
    }

    public static Value string(String text) {
        return new Value(Type.STRING, text);
    }

    public static Value number(String text) {
        return new Value(Type.NUMBER, text);
    }
}
