package dev.tributary.event;

/** How much attention an event asks for. */
public enum Severity {
    INFO("info"),
    WARNING("warning");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The severity's name in parameters and answers. */
    public String text() {
        return text;
    }
}
