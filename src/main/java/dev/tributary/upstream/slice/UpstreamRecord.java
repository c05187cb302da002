package dev.tributary.upstream.slice;

import dev.tributary.event.Fields;
import dev.tributary.event.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record as the upstream sent it: field name to exact value, in its order.
 *
 * <p>The vendor's pages contradict their own examples about types, so every view here takes a value in any form.
 */
public record UpstreamRecord(Map<String, Value> fields) {
    /** Keeps a number like {@code 1e999999999} from being written out. */
    private static final int LARGEST_SCALE = 30;

    public UpstreamRecord {
        fields = Fields.copyOf(fields);
    }

    /** The decoded text of a string, the JSON text of anything else; null if absent or null. */
    public @Nullable String text(String name) {
        Value value = fields.get(name);
        return value == null || value.type() == Value.Type.NULL ? null : value.text();
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(text(name));
    }

    /** A number, sent as a number or as text; empty if it is none or beyond all reason. */
    public Optional<BigDecimal> number(String name) {
        try {
            return find(name).map(BigDecimal::new).filter(number -> Math.abs(number.scale()) <= LARGEST_SCALE);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Texts in the order of the names given, null where there is none. */
    public List<@Nullable String> texts(List<String> names) {
        List<@Nullable String> texts = new ArrayList<>(names.size());
        names.forEach(name -> texts.add(text(name)));
        return texts;
    }

    /** For what is compared without regard to case. */
    public @Nullable String lowerCase(String name) {
        return find(name).map(text -> text.toLowerCase(Locale.ROOT)).orElse(null);
    }

    /** On one line, for a person. */
    public @Nullable String line(String name) {
        return find(name).map(UpstreamRecord::onOneLine).orElse(null);
    }

    /** Control characters and the line breaks of Unicode as spaces. */
    public static String onOneLine(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (breaksLines(text.charAt(at))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        char[] line = text.toCharArray();
        for (int i = 0; i < line.length; i++) {
            line[i] = breaksLines(line[i]) ? ' ' : line[i];
        }
        return new String(line);
    }

    private static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }
}
