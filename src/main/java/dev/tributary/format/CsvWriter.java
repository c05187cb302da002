package dev.tributary.format;

import dev.tributary.event.Value;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cells and lines of CSV as RFC 4180 has them, in UTF-8. A cell that a spreadsheet would take for a formula gets a
 * leading apostrophe.
 */
final class CsvWriter {

    private static final String FORMULA = "=+-@\t\r";
    private static final String QUOTED = "\",\r\n";
    private static final byte[] REPLACEMENT_CHARACTER = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final Writer text;
    private final JsonWriter json;
    private boolean isFirstOfLine = true;

    CsvWriter(OutputStream out) {
        this.text = new OutputStreamWriter(
                out,
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE) // half of a character, which JSON may hold
                        .replaceWith(REPLACEMENT_CHARACTER));
        this.json = JsonWriter.on(new DoubledQuotes(out));
    }

    void text(@Nullable String cell) {
        separate();
        if (cell != null && !cell.isEmpty()) {
            boolean quoted = cell.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
            write(quoted ? "\"" : "");
            write(FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" : "");
            write(quoted ? cell.replace("\"", "\"\"") : cell);
            write(quoted ? "\"" : "");
        }
    }

    /** A cell that holds a JSON object. */
    void json(Map<String, Value> values) {
        separate();
        write("\"");
        flush(); // the object goes past the writer, straight to the bytes
        json.braced(values);
        json.flush();
        write("\"");
    }

    void endLine() {
        write("\r\n");
        isFirstOfLine = true;
    }

    void flush() {
        try {
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void separate() {
        write(isFirstOfLine ? "" : ",");
        isFirstOfLine = false;
    }

    private void write(String characters) {
        try {
            text.write(characters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written into a quoted cell. A quotation mark is one byte in UTF-8, and part of no other character. */
    private static final class DoubledQuotes extends FilterOutputStream {

        DoubledQuotes(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            if (b == '"') {
                out.write(b);
            }
        }
    }
}
