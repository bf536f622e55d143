package io.anju.contract.amendment.model;

import io.anju.contract.signing.model.ContractKind;
import io.anju.kernel.calendar.Frequency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that borrower and bank agree on ({@code anju.loan.amendment-wanted.v1}).
 *
 * @param changeId the amendment's id
 * @param contractId what is amended
 * @param date from which it counts
 * @param signBy last day on which it can be signed
 * @param principal outstanding, fen
 */
public record AmendmentWanted(
        UUID changeId,
        UUID loanId,
        UUID contractId,
        UUID customerId,
        Kind kind,
        LocalDate date,
        LocalDate signBy,
        long principal,
        LoanTerms before,
        LoanTerms after) {

    /** What is changed. */
    public enum Kind {
        DUE_DAY(ContractKind.PLAN_AMENDMENT),
        METHOD(ContractKind.PLAN_AMENDMENT),
        TERM(ContractKind.PLAN_AMENDMENT),
        RELIEF(ContractKind.PLAN_AMENDMENT),
        CYCLE(ContractKind.RATE_AMENDMENT),
        TO_FIXED(ContractKind.RATE_AMENDMENT),
        TO_FLOATING(ContractKind.RATE_AMENDMENT),
        SPREAD(ContractKind.RATE_AMENDMENT);

        private final ContractKind contract;

        Kind(ContractKind contract) {
            this.contract = contract;
        }

        /** The document that it takes. */
        public ContractKind contract() {
            return contract;
        }
    }

    /**
     * Terms and what is to come under them; amounts in fen.
     *
     * @param method as lending-kernel names it
     * @param frequency monthly where the event tells none
     * @param annualRate decimal fraction
     * @param spread over the LPR, decimal fraction; absent for a fixed rate
     * @param cycleMonths months between repricings; absent for a fixed rate
     * @param interest of all instalments to come
     */
    public record LoanTerms(
            String method,
            @Nullable Frequency frequency,
            int dueDay,
            LocalDate nextDueDate,
            BigDecimal annualRate,
            @Nullable BigDecimal spread,
            @Nullable Integer cycleMonths,
            int instalments,
            long nextInstalment,
            long lastInstalment,
            LocalDate lastDueDate,
            long interest) {}
}
