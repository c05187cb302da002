package dev.tributary.upstream.slice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tributary.upstream.call.UpstreamException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an upstream's answer token by token, the same way for all four APIs; no tree is built. */
public final class PageReader {
    // Names come from outside: interning them would let an upstream fill a table that lives as long as the process.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private PageReader() {}

    /**
     * @param body null for an empty one
     * @throws UpstreamException of type {@code bad-answer} if this is not a whole page
     */
    public static Page read(byte @Nullable [] body, PageShape shape) {
        if (body == null) {
            throw PageBuilder.bad("the answer is empty");
        }
        PageBuilder page = new PageBuilder(shape);
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                page.accept(token, parser);
            }
        } catch (IOException e) {
            throw PageBuilder.bad("the answer is not JSON, or is cut short");
        }
        return page.build();
    }
}
