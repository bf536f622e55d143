package io.anju.repayment.prepayment;

import io.anju.kit.tx.Tx;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.Quote;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where quotes and prepayments are kept. */
public interface Prepayments {

    /** Keeps new quotes. */
    Uni<Void> addQuotes(Tx tx, List<Quote> quotes, Instant now);

    /** The loan's quote. */
    Uni<Optional<Quote>> findQuote(Tx tx, UUID loanId, UUID quoteId);

    /** Whether a quote was taken by a prepayment that has neither failed nor been cancelled. */
    Uni<Boolean> isTaken(Tx tx, UUID quoteId);

    /** Keeps a prepayment, new or changed. */
    Uni<Void> save(Tx tx, Prepayment prepayment);

    /** The loan's prepayment. */
    Uni<Optional<Prepayment>> find(Tx tx, UUID loanId, UUID id);

    /** The loan's prepayment with this reference whose money came. */
    Uni<Optional<Prepayment.Done>> findDone(Tx tx, UUID loanId, String reference);

    /** The loan's prepayments, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<Prepayment>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);

    /** Scheduled ones whose day has come, of loans that nothing holds, the oldest first, at most {@code limit}. */
    Uni<List<Prepayment.Scheduled>> listToBegin(Tx tx, LocalDate today, int limit);

    /** Scheduled ones of these loans. */
    Uni<List<Prepayment.Scheduled>> listScheduled(Tx tx, Collection<UUID> loanIds);
}
