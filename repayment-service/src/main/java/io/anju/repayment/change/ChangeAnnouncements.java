package io.anju.repayment.change;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.Spread;
import io.anju.kernel.schedule.Method;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.ChangeOffer;
import io.anju.repayment.change.model.RateRequest;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of changes. Amounts in fen; rates as decimal fractions in text. */
public final class ChangeAnnouncements {

    private ChangeAnnouncements() {}

    /** Data of {@code anju.loan.changed.v1}: plan or rate is another one. */
    @RegisterForReflection
    public record Changed(
            UUID loanId, UUID customerId, UUID changeId, ChangeAsk.Kind kind, LocalDate date, LoanTerms terms) {}

    /**
     * Data of {@code anju.loan.amendment-wanted.v1}: a change waits for an amendment of the contract.
     *
     * @param changeId the amendment gets this id
     * @param contractId the contract that is amended
     * @param date from which the change counts
     * @param signBy last day on which it can be signed
     * @param principal outstanding
     */
    @RegisterForReflection
    public record AmendmentWanted(
            UUID changeId,
            UUID loanId,
            UUID contractId,
            UUID applicationId,
            UUID customerId,
            int tranche,
            ChangeAsk.Kind kind,
            LocalDate date,
            LocalDate signBy,
            long principal,
            LoanTerms before,
            LoanTerms after) {}

    /**
     * Terms of a loan and what is to come under them.
     *
     * @param frequency how often instalments fall due; a fortnight has no use for the due day
     * @param referenceRate absent for a fixed rate, and so are the next two
     */
    @RegisterForReflection
    public record LoanTerms(
            Method method,
            Frequency frequency,
            int dueDay,
            LocalDate nextDueDate,
            String annualRate,
            @Nullable String referenceRate,
            @Nullable String spread,
            @Nullable Integer cycleMonths,
            int instalments,
            long nextInstalment,
            long lastInstalment,
            LocalDate lastDueDate,
            long interest) {

        static LoanTerms of(ChangeOffer.Terms terms) {
            LoanEvent.Basis basis = LoanEvent.Basis.of(terms.basis());
            return new LoanTerms(
                    terms.method(),
                    terms.frequency(),
                    terms.dueDay(),
                    terms.nextDue(),
                    terms.rate().text(),
                    basis.referenceRate() == null ? null : basis.referenceRate().name(),
                    basis.spread() == null ? null : new Spread(basis.spread()).text(),
                    basis.cycleMonths(),
                    terms.outlook().instalments(),
                    terms.outlook().nextInstalment(),
                    terms.outlook().lastInstalment(),
                    terms.outlook().lastDueDate(),
                    terms.outlook().interest());
        }
    }

    /**
     * Data of {@code anju.loan.rate-request-decided.v1}: two officers have decided.
     *
     * @param granted conditions from which an exception is granted; none when it is declined
     * @param quote the offer; absent when it is declined, as is the next
     * @param takeBy last day on which it can be taken
     */
    @RegisterForReflection
    public record RateRequestDecided(
            UUID requestId,
            UUID loanId,
            UUID customerId,
            ChangeAsk.Kind kind,
            boolean approved,
            List<String> granted,
            @Nullable UUID quote,
            @Nullable LocalDate takeBy,
            UUID recommendedBy,
            UUID decidedBy) {}

    /** Officers have decided a rate request. */
    static DomainEvent rateRequestDecided(RateRequest.Decided request, Optional<LocalDate> takeBy) {
        RateRequest.Asked asked = request.asked();
        UUID quote = request instanceof RateRequest.Approved approved ? approved.quote() : null;
        return new DomainEvent(
                "anju.loan.rate-request-decided.v1",
                asked.loanId().toString(),
                new RateRequestDecided(
                        asked.id(),
                        asked.loanId(),
                        asked.customerId(),
                        asked.ask().kind(),
                        quote != null,
                        quote == null ? List.of() : asked.unmet(),
                        quote,
                        takeBy.orElse(null),
                        request.advice().by(),
                        request.decision().by()));
    }

    /** The loan was changed. */
    static DomainEvent changed(AgreedChange change, Loan.Active after) {
        Agreement agreement = after.agreement();
        return new DomainEvent(
                "anju.loan.changed.v1",
                agreement.id().toString(),
                new Changed(
                        agreement.id(),
                        agreement.customerId(),
                        change.id(),
                        change.quote().ask().kind(),
                        change.quote().event().date(),
                        LoanTerms.of(ChangeOffer.Terms.of(after))));
    }

    /** The change waits for its amendment. */
    static DomainEvent amendmentWanted(AgreedChange change, Loan.Active before, Loan.Active after) {
        Agreement agreement = before.agreement();
        return new DomainEvent(
                "anju.loan.amendment-wanted.v1",
                agreement.id().toString(),
                new AmendmentWanted(
                        change.id(),
                        agreement.id(),
                        agreement.contractId(),
                        agreement.applicationId(),
                        agreement.customerId(),
                        agreement.tranche(),
                        change.quote().ask().kind(),
                        change.quote().event().date(),
                        change.quote().validUntil(),
                        before.position().state().outstanding(),
                        LoanTerms.of(ChangeOffer.Terms.of(before)),
                        LoanTerms.of(ChangeOffer.Terms.of(after))));
    }
}
