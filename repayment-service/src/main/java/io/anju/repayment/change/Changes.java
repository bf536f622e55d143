package io.anju.repayment.change;

import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeQuote;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where quotes and changes are kept. Whoever changes one holds the lock of its loan. */
public interface Changes {

    /** Keeps a new quote. */
    Uni<Void> addQuote(Tx tx, ChangeQuote quote, Instant now);

    /** The loan's quote. */
    Uni<Optional<ChangeQuote>> findQuote(Tx tx, UUID loanId, UUID quoteId);

    /** Whether a quote was taken by a change that has not ended. */
    Uni<Boolean> isTaken(Tx tx, UUID quoteId);

    /** Whether any quote that rests on the grant of a rate request of the loan was taken by a change that has not ended. */
    Uni<Boolean> isGrantTaken(Tx tx, UUID loanId, UUID request);

    /** Keeps a change, new or changed. */
    Uni<Void> save(Tx tx, AgreedChange change);

    /** The loan's change. */
    Uni<Optional<AgreedChange>> find(Tx tx, UUID loanId, UUID id);

    /** The loan's changes of a subject, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<AgreedChange>> list(Tx tx, UUID loanId, ChangeAsk.Subject subject, Optional<UUID> before, int limit);
}
