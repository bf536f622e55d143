package io.anju.repayment.prepayment;

import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.prepayment.model.Quote;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** What others are told of a prepayment. */
public final class PrepaymentAnnouncements {

    private PrepaymentAnnouncements() {}

    /** Data of {@code anju.loan.prepaid.v1}: a part of the principal was repaid ahead. Amounts in fen. */
    @RegisterForReflection
    public record Prepaid(
            UUID loanId, UUID customerId, LocalDate date, long amount, PrepaymentOption option, long interestSaved) {}

    /**
     * Data of {@code anju.loan.prepayment-failed.v1}: an offer that was taken came to nothing, and the loan is as it was.
     *
     * @param amount what was to be debited
     * @param reason the rail's code, or why the offer could not be honoured on its day
     */
    @RegisterForReflection
    public record Failed(UUID loanId, UUID customerId, LocalDate date, long amount, String reason) {}

    /** Nothing was debited. */
    public static DomainEvent failed(UUID customerId, Quote quote, String reason) {
        return new DomainEvent(
                "anju.loan.prepayment-failed.v1",
                quote.loanId().toString(),
                new Failed(quote.loanId(), customerId, quote.date(), quote.total(), reason));
    }

    /** A part was repaid; everything at once is told as a settled loan. */
    public static DomainEvent prepaid(UUID customerId, Quote quote) {
        return new DomainEvent(
                "anju.loan.prepaid.v1",
                quote.loanId().toString(),
                new Prepaid(
                        quote.loanId(),
                        customerId,
                        quote.date(),
                        quote.principal(),
                        quote.way().option(),
                        quote.interestSaved()));
    }
}
