package io.anju.repayment.debit;

import io.anju.kit.event.DomainEvent;
import io.anju.repayment.debit.model.DebitSwitch;
import io.anju.repayment.loan.model.Agreement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** What others are told of a loan's automatic debit; evidence of its borrower's word too. */
public final class DebitAnnouncements {

    private DebitAnnouncements() {}

    /**
     * Data of {@code anju.loan.automatic-debit-stopped.v1}, after which the borrower pays by hand, and of
     * {@code anju.loan.automatic-debit-started.v1}, after which instalments are debited by themselves again.
     */
    @RegisterForReflection
    public record Turned(UUID loanId, UUID customerId, LocalDate date) {}

    static DomainEvent turned(Agreement of, DebitSwitch turned, LocalDate date) {
        return new DomainEvent(
                turned.stopped() ? "anju.loan.automatic-debit-stopped.v1" : "anju.loan.automatic-debit-started.v1",
                of.id().toString(),
                new Turned(of.id(), of.customerId(), date));
    }
}
