package dev.tributary.upstream.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the error code in an upstream's error body, whichever of the known shapes it has. */
final class ErrorCode {
    private static final Set<String> NAMES = Set.of("error_code", "code", "errorCode");
    /** Nothing else of an upstream's text goes further than this class. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final JsonFactory JSON = new JsonFactory();

    private ErrorCode() {}

    /** The outermost code of a JSON body; empty for anything else. */
    static Optional<String> in(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return outermost(parser);
        } catch (IOException e) {
            return Optional.empty(); // HTML, half a body: the status has to do
        }
    }

    private static Optional<String> outermost(JsonParser parser) throws IOException {
        Optional<String> found = Optional.empty();
        int foundAt = Integer.MAX_VALUE;
        for (int depth = 0; parser.nextToken() != null; ) {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth < foundAt && isText(token) && isCode(parser)) {
                found = Optional.of(parser.getText());
                foundAt = depth;
            }
        }
        return found;
    }

    /** IAM sends its codes as numbers. */
    private static boolean isText(JsonToken token) {
        return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    }

    private static boolean isCode(JsonParser parser) throws IOException {
        String name = parser.currentName();
        return name != null
                && NAMES.contains(name)
                && SAFE.matcher(parser.getText()).matches();
    }
}
