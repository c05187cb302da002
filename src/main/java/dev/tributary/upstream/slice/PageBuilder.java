package dev.tributary.upstream.slice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a page of a stream of tokens: an object with a list of records and a total, whatever else it holds. Anything
 * less is a failure: an answer that is not understood must never look like "no events".
 */
final class PageBuilder {
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

    private enum Place {
        BEFORE,
        ROOT,
        LIST,
        AFTER
    }

    private final PageShape shape;
    private final List<UpstreamRecord> records = new ArrayList<>();
    private Place place = Place.BEFORE;
    private @Nullable RecordBuilder record;
    private int skipped;
    private boolean hasList;
    private @Nullable Long total;

    PageBuilder(PageShape shape) {
        this.shape = shape;
    }

    static UpstreamException bad(String message) {
        return new UpstreamException(SourceFailure.of(FailureType.BAD_ANSWER, message));
    }

    void accept(JsonToken token, JsonParser parser) throws IOException {
        if (record != null) {
            acceptInRecord(record, token, parser);
        } else if (skipped > 0) {
            skipped += nesting(token);
        } else {
            acceptAtPlace(token, parser);
        }
    }

    Page build() {
        if (place != Place.AFTER) {
            throw bad("the answer is empty or JSON cut short");
        }
        if (total == null) {
            throw bad("the answer has no " + shape.total());
        }
        if (!hasList && total != 0) {
            throw bad("the answer has no " + shape.list());
        }
        return new Page(records, total);
    }

    private void acceptInRecord(RecordBuilder open, JsonToken token, JsonParser parser) throws IOException {
        if (open.accept(token, parser)) {
            records.add(open.build());
            record = null;
        }
    }

    private void acceptAtPlace(JsonToken token, JsonParser parser) throws IOException {
        switch (place) {
            case BEFORE -> enterRoot(token);
            case ROOT -> acceptInRoot(token, parser);
            case LIST -> acceptInList(token);
            case AFTER -> throw bad("the answer goes on after its end");
        }
    }

    private void enterRoot(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            throw bad("the answer is not an object");
        }
        place = Place.ROOT;
    }

    private void acceptInRoot(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            place = Place.AFTER;
        } else if (token != JsonToken.FIELD_NAME) {
            acceptMember(token, parser);
        }
    }

    private void acceptMember(JsonToken token, JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (shape.list().equals(name)) {
            enterList(token);
        } else if (shape.total().equals(name)) {
            total = count(token, parser);
        } else {
            skipped = nesting(token);
        }
    }

    private void enterList(JsonToken token) {
        if (token == JsonToken.START_ARRAY && !hasList) {
            hasList = true;
            place = Place.LIST;
        } else if (token != JsonToken.VALUE_NULL) {
            throw bad("the answer's " + shape.list() + " is not one list");
        }
    }

    private void acceptInList(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            place = Place.ROOT;
        } else if (token == JsonToken.START_OBJECT) {
            record = new RecordBuilder();
        } else {
            throw bad("the answer's " + shape.list() + " holds something else than records");
        }
    }

    private @Nullable Long count(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isScalarValue() || !COUNT.matcher(parser.getText()).matches()) {
            throw bad("the answer's " + shape.total() + " is not a count");
        }
        return Long.valueOf(parser.getText());
    }

    private static int nesting(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
