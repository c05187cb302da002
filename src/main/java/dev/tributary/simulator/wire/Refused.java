package dev.tributary.simulator.wire;

/** Ends the handling of a request with an error answer. Thrown and caught inside the simulator only. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public Refused(Reply reply) {
        super("status " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
