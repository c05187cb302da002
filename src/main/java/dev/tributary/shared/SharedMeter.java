package dev.tributary.shared;

/** Told of what the sharing of this replica does; nothing here may block. */
public interface SharedMeter {

    /** What came of asking the store. */
    enum Answer {
        OK,
        /** No answer in time. */
        TIMEOUT,
        /** A refusal, a broken connection, or anything else. */
        ERROR
    }

    /** What became of a settled slice. */
    enum Slices {
        /** Proven by another replica, and used. */
        FOUND,
        /** Not there, and read from the upstream. */
        MISSED,
        /** There, but not to be understood; read from the upstream. */
        DAMAGED,
        /** Handed to the other replicas. */
        STORED,
        /** Not handed over, for it is larger than {@code max-entry-bytes}. */
        TOO_LARGE
    }

    /** Pace and slices are, from now on, those of all replicas, or this one's alone. Never told where nothing is shared. */
    void shares(boolean withOthers);

    void asked(Answer answer);

    void slice(Slices fate);
}
