package dev.tributary.upstream.slice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import dev.tributary.source.FailureType;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.IOException;

/** Reads an upstream's answer piece by piece as it streams in, the same way for all four APIs. */
public final class PageReader {
    // Names come from outside: interning them would let an upstream fill a table that lives as long as the process.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final long maxBytes;
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private final PageBuilder page;
    private long bytes;

    private PageReader(PageShape shape, long maxBytes) throws IOException {
        this.maxBytes = maxBytes;
        this.parser = JSON.createNonBlockingByteArrayParser();
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        this.page = new PageBuilder(shape);
    }

    /**
     * @param body in pieces as they arrive
     * @param maxBytes decompressed bytes at most; a longer answer is given up before it is whole
     * @return fails with an {@link UpstreamException} of type {@code bad-answer} or {@code too-large}
     */
    public static Uni<Page> read(Multi<byte[]> body, PageShape shape, long maxBytes) {
        return Uni.createFrom().deferred(() -> {
            PageReader reader = open(shape, maxBytes);
            return body.invoke(reader::feed).onItem().ignoreAsUni().map(end -> reader.finish());
        });
    }

    private static PageReader open(PageShape shape, long maxBytes) {
        try {
            return new PageReader(shape, maxBytes);
        } catch (IOException e) {
            throw new IllegalStateException("a parser that reads from memory does no I/O", e);
        }
    }

    private void feed(byte[] piece) {
        bytes += piece.length;
        if (bytes > maxBytes) {
            String message = "the answer is larger than max-response-bytes (" + maxBytes + ")";
            throw new UpstreamException(SourceFailure.of(FailureType.TOO_LARGE, message));
        }
        try {
            feeder.feedInput(piece, 0, piece.length);
            readTokens();
        } catch (IOException e) {
            throw PageBuilder.bad("the answer is not JSON");
        }
    }

    private Page finish() {
        try {
            feeder.endOfInput();
            readTokens();
        } catch (IOException e) {
            throw PageBuilder.bad("the answer is JSON cut short");
        }
        return page.build();
    }

    private void readTokens() throws IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            page.accept(token, parser);
            token = parser.nextToken();
        }
    }
}
