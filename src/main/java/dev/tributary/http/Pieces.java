package dev.tributary.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** What has been written of an answer and not been sent: a piece of some KB, then the next. Not thread-safe. */
final class Pieces extends OutputStream {

    private static final int ENOUGH = 16 * 1024;

    private Buffer piece = Buffer.buffer();

    /**
     * Takes steps of writing, sends a piece whenever there is enough, and takes no step while the client is busy with it.
     *
     * @return completes when all that was written has been sent
     */
    Uni<Void> send(Stream<Runnable> writing, Outlet outlet) {
        Iterator<Runnable> steps = writing.iterator();
        return Uni.createFrom()
                .deferred(() -> sendOne(steps, outlet))
                .repeat()
                .indefinitely() // till there is an item: a piece that is followed by another ends with null
                .toUni()
                .replaceWithVoid();
    }

    private Uni<Optional<?>> sendOne(Iterator<Runnable> steps, Outlet outlet) {
        while (steps.hasNext() && piece.length() < ENOUGH) {
            steps.next().run();
        }
        Buffer full = piece;
        piece = Buffer.buffer();
        Uni<Void> sent = send(full, 0, outlet);
        return steps.hasNext() ? sent.map(done -> null) : sent.map(done -> Optional.empty());
    }

    /** However large one event is, the client shows by each part of it that it is there. */
    private static Uni<Void> send(Buffer full, int from, Outlet outlet) {
        int to = Math.min(full.length(), from + ENOUGH);
        return from == to
                ? Uni.createFrom().voidItem()
                : outlet.send(full.slice(from, to)).chain(() -> send(full, to, outlet));
    }

    @Override
    public void write(int b) {
        piece.appendByte((byte) b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        piece.appendBytes(bytes, from, length);
    }
}
