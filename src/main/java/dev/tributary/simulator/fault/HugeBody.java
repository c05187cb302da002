package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.util.Arrays;

/** A body so large that a caller should give it up: the white space that JSON may begin with. */
public record HugeBody(long bytes) implements Fault {
    private static final int PIECE = 1 << 16;

    @Override
    public void befall(Exchange exchange) {
        exchange.begin(Reply.text(200, "application/json", ""), bytes);
        writeRest(bytes, exchange);
    }

    private static void writeRest(long rest, Exchange exchange) {
        if (rest == 0) {
            exchange.end();
            return;
        }
        byte[] piece = new byte[(int) Math.min(rest, PIECE)];
        Arrays.fill(piece, (byte) ' ');
        exchange.write(piece, () -> writeRest(rest - piece.length, exchange));
    }
}
