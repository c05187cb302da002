package dev.tributary.simulator.fault;

import dev.tributary.simulator.wire.Reply;
import java.time.Duration;

/** What a fault can do with a request that waits for its answer. */
public interface Exchange {
    /** What the upstream would answer if nothing were wrong. Computed when it is asked for. */
    Reply ordinaryReply();

    /** Sends the whole answer. */
    void say(Reply reply);

    /** Sends status and headers of an answer, and announces a body of that many bytes. */
    void begin(Reply reply, long contentLength);

    /** Sends a piece of the body; {@code then} runs when it has left, never when the caller has gone. */
    void write(byte[] piece, Runnable then);

    /** Ends a body that was written in pieces. */
    void end();

    /** Breaks the connection. */
    void cut();

    /** Runs later, unless the caller has gone by then. */
    void after(Duration delay, Runnable then);
}
