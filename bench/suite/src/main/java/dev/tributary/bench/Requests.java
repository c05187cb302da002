package dev.tributary.bench;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** Takes requests without a body from what comes over a connection, one after the other. */
final class Requests implements Handler<Buffer> {
    private final Consumer<String> answer;
    private Buffer unread = Buffer.buffer();

    /** @param answer given the target of each request line */
    Requests(Consumer<String> answer) {
        this.answer = answer;
    }

    @Override
    public void handle(Buffer piece) {
        unread = unread.length() == 0 ? piece : unread.appendBuffer(piece);
        if (isWhole()) {
            String uri = target();
            unread = Buffer.buffer();
            answer.accept(uri);
        }
    }

    /** Nobody here sends a second request before he has the answer to the first. */
    private boolean isWhole() {
        int length = unread.length();
        return length >= 4 && unread.getInt(length - 4) == 0x0d0a0d0a; // CR LF CR LF
    }

    private String target() {
        int from = indexOf(' ', 0) + 1;
        return unread.getString(from, indexOf(' ', from), "US-ASCII");
    }

    private int indexOf(char wanted, int from) {
        int index = from;
        while (unread.getByte(index) != wanted) {
            index++;
        }
        return index;
    }
}
