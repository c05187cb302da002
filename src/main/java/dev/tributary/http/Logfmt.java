package dev.tributary.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** One line of {@code name=value} pairs. Whatever a value holds, it stays one value and the line one line. */
final class Logfmt {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/-]+");

    private final StringBuilder line = new StringBuilder();

    /** @param name of letters */
    Logfmt with(String name, Object value) {
        line.append(line.isEmpty() ? "" : " ").append(name).append('=');
        String text = value.toString();
        if (PLAIN.matcher(text).matches()) {
            line.append(text);
        } else {
            quote(text);
        }
        return this;
    }

    private void quote(String text) {
        line.append('"');
        text.chars().forEach(this::escape);
        line.append('"');
    }

    private void escape(int c) {
        if (c < ' ' || c > '~') {
            line.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
            line.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
        }
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
