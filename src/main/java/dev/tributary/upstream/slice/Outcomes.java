package dev.tributary.upstream.slice;

import dev.tributary.source.FailureType;
import dev.tributary.source.OutOfBudget;
import dev.tributary.source.Outcome;
import dev.tributary.source.SourceFailure;
import dev.tributary.upstream.call.BudgetSpentException;
import dev.tributary.upstream.call.Unforeseen;
import dev.tributary.upstream.call.UpstreamException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** The door at which exceptions become outcomes. */
public final class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private Outcomes() {}

    /** The same, never failed. */
    public static Uni<Outcome> of(Uni<Outcome> read) {
        return read.onFailure(UpstreamException.class)
                .recoverWithItem(thrown -> ((UpstreamException) thrown).failure())
                .onFailure(BudgetSpentException.class)
                .recoverWithItem(new OutOfBudget())
                .onFailure() // whatever else: a defect of ours in one source must not take the others' answer away
                .recoverWithItem(Outcomes::defect);
    }

    private static Outcome defect(Throwable thrown) {
        LOG.errorf("Reading a source failed in a way that nobody had thought of: %s", new Unforeseen(thrown));
        return SourceFailure.of(FailureType.BAD_ANSWER, "the upstream's answer could not be read");
    }
}
