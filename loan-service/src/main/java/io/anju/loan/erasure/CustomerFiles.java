package io.anju.loan.erasure;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.State;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All that is kept here of one customer. */
public interface CustomerFiles {

    /** An application under way, or a loan that lives. */
    record Tie(UUID application, State state) {}

    /** Newest first. */
    Uni<List<Tie>> ties(Tx tx, UUID customerId, int limit);

    /** The business date on which the last contract was over: its loan settled, or given up before it was paid out. */
    Uni<Optional<LocalDate>> lastSettledOn(Tx tx, UUID customerId);

    /**
     * Takes away what applications that led to no loan declared, the keys of their papers, what the checks found, and
     * the consent heard of.
     */
    Uni<Void> shred(Tx tx, UUID customerId, Instant at);

    /** Takes away what applications declared whose contract is over, the keys of their papers, and what the checks found. */
    Uni<Void> shredSettled(Tx tx, UUID customerId, Instant at);

    /** Takes away which instalments were paid late. */
    Uni<Void> deleteLatePayments(Tx tx, UUID customerId);
}
