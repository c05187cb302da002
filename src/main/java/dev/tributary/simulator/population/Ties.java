package dev.tributary.simulator.population;

/** What decides how rows of one time stand among each other. */
public enum Ties {
    /** They stand as they arrived, in every answer. */
    STABLE {
        @Override
        long salt(Call call) {
            return 0;
        }
    },
    /** Every call finds them in another order. */
    BY_CALL {
        @Override
        long salt(Call call) {
            return call.number();
        }
    },
    /** The replica does, and the text of the query chooses it: asked again, the same query finds the same order. */
    BY_QUERY {
        @Override
        long salt(Call call) {
            return call.text().hashCode();
        }
    };

    /** Calls with the same salt find the same order. */
    abstract long salt(Call call);

    /** By what rows of one time are sorted, from the row's number; the same for all rows where ties are stable. */
    long key(long seed, Call call, long number) {
        return this == STABLE ? 0 : Scramble.of(seed, salt(call), number);
    }
}
