package io.anju.repayment.reversal;

import io.anju.kit.event.DomainEvent;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.ReversalCause;
import io.anju.repayment.reversal.model.Undoing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** What others are told of a reversal. */
final class ReversalAnnouncements {

    private ReversalAnnouncements() {}

    /**
     * Data of {@code anju.loan.payment-reversed.v1}: a posted payment is no more, and what it had paid is owed again.
     *
     * @param payment its transfer in the ledger
     * @param reversal the transfer that undoes it
     * @param date business date of the reversal
     * @param amount fen
     */
    @RegisterForReflection
    record PaymentReversed(
            UUID loanId,
            UUID customerId,
            UUID payment,
            UUID reversal,
            LocalDate date,
            long amount,
            ReversalCause cause) {}

    static DomainEvent reversed(UUID customerId, Undoing undoing, PaymentReversal.Approved approved) {
        PaymentReversal.Proposal of = approved.proposal();
        return new DomainEvent(
                "anju.loan.payment-reversed.v1",
                of.loanId().toString(),
                new PaymentReversed(
                        of.loanId(),
                        customerId,
                        of.transfer(),
                        approved.reversal(),
                        undoing.event().date(),
                        undoing.event().amount(),
                        of.cause()));
    }
}
