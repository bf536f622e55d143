package io.anju.repayment.loan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.LoanEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of a loan. Amounts in fen; rates as decimal fractions in text. */
public final class LoanAnnouncements {

    private LoanAnnouncements() {}

    /** Data of {@code anju.loan.disbursed.v1}: the money is with the payee. */
    @RegisterForReflection
    public record Disbursed(
            UUID loanId,
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            int tranche,
            long amount,
            LocalDate date) {}

    /** Data of {@code anju.loan.payout-failed.v1}: the rail refused it, by its code; staff order it anew or give it up. */
    @RegisterForReflection
    public record PayoutFailed(
            UUID loanId,
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            int tranche,
            long amount,
            String reason) {}

    /**
     * Data of {@code anju.loan.payout-cancelled.v1}: the loan is not paid out after all.
     *
     * @param contractSettled whether nothing is owed, or to be paid out, of any loan of the contract
     * @param contractPaidOut principal of the contract's loans that were not given up, fen
     * @param contractRepaidOn the day on which the last of them was repaid; absent: none is
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PayoutCancelled(
            UUID loanId,
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            int tranche,
            LocalDate date,
            boolean contractSettled,
            long contractPaidOut,
            @Nullable LocalDate contractRepaidOn) {}

    /** Data of {@code anju.loan.repriced.v1}: another rate from a date on; {@code instalment} is the next one's amount. */
    @RegisterForReflection
    public record Repriced(
            UUID loanId, UUID customerId, LocalDate date, String oldRate, String newRate, long instalment) {}

    /**
     * Data of {@code anju.loan.settled.v1}: nothing is owed of this loan any more.
     *
     * @param contractSettled whether nothing is owed of any loan of the contract, so that the lien has no more reason
     * @param contractPaidOut principal of the contract's loans that were not given up, fen
     */
    @RegisterForReflection
    public record Settled(
            UUID loanId,
            UUID applicationId,
            UUID contractId,
            UUID customerId,
            LocalDate date,
            boolean contractSettled,
            long contractPaidOut) {}

    /**
     * Data of {@code anju.loan.reopened.v1}: the loan was settled and is being repaid again, since a payment or a
     * prepayment was taken back. Never told of a contract that was settled as a whole.
     */
    @RegisterForReflection
    public record Reopened(UUID loanId, UUID applicationId, UUID contractId, UUID customerId, LocalDate date) {}

    /** The loan was paid out. */
    public static DomainEvent disbursed(Agreement of, LocalDate date) {
        return event(
                "anju.loan.disbursed.v1",
                of,
                new Disbursed(
                        of.id(),
                        of.applicationId(),
                        of.contractId(),
                        of.customerId(),
                        of.tranche(),
                        of.terms().principal(),
                        date));
    }

    /** The payout failed. */
    public static DomainEvent payoutFailed(Agreement of, String reason) {
        return event(
                "anju.loan.payout-failed.v1",
                of,
                new PayoutFailed(
                        of.id(),
                        of.applicationId(),
                        of.contractId(),
                        of.customerId(),
                        of.tranche(),
                        of.terms().principal(),
                        reason));
    }

    /** The payout was given up. */
    public static DomainEvent payoutCancelled(Agreement of, LocalDate date, ContractStanding contract) {
        return event(
                "anju.loan.payout-cancelled.v1",
                of,
                new PayoutCancelled(
                        of.id(),
                        of.applicationId(),
                        of.contractId(),
                        of.customerId(),
                        of.tranche(),
                        date,
                        contract.settled(),
                        contract.paidOut(),
                        contract.repaidOn()));
    }

    /** The rate was fixed anew. */
    public static DomainEvent repriced(Agreement of, LoanEvent.Repriced what) {
        return repriced(of, what.date(), what.oldRate(), what.newRate(), what.instalment());
    }

    /**
     * Its spread came down by the bank's decision.
     *
     * @param instalment the next one's amount, fen
     */
    public static DomainEvent repriced(Agreement of, LoanEvent.RateTermsChanged what, long instalment) {
        return repriced(of, what.date(), what.oldRate(), what.rate(), instalment);
    }

    private static DomainEvent repriced(
            Agreement of, LocalDate date, BigDecimal before, BigDecimal after, long instalment) {
        return event(
                "anju.loan.repriced.v1",
                of,
                new Repriced(
                        of.id(),
                        of.customerId(),
                        date,
                        AnnualRate.of(before).text(),
                        AnnualRate.of(after).text(),
                        instalment));
    }

    /** The loan is repaid. */
    public static DomainEvent settled(Agreement of, LocalDate date, ContractStanding contract) {
        return event(
                "anju.loan.settled.v1",
                of,
                new Settled(
                        of.id(),
                        of.applicationId(),
                        of.contractId(),
                        of.customerId(),
                        date,
                        contract.settled(),
                        contract.paidOut()));
    }

    /** The loan is being repaid again. */
    public static DomainEvent reopened(Agreement of, LocalDate date) {
        return event(
                "anju.loan.reopened.v1",
                of,
                new Reopened(of.id(), of.applicationId(), of.contractId(), of.customerId(), date));
    }

    private static DomainEvent event(String type, Agreement of, Object data) {
        return new DomainEvent(type, of.id().toString(), data);
    }
}
