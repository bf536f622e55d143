package io.anju.contract.drafting.model;

import io.anju.kernel.calendar.Frequency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as the bank approved it ({@code anju.loan.approved.v1}).
 *
 * @param dueDay day of the month, 1 to 31
 */
public record LoanApproval(UUID applicationId, UUID customerId, List<Tranche> tranches, Property property, int dueDay) {
    /** Keeps its own list; a loan has a tranche. */
    public LoanApproval {
        tranches = List.copyOf(tranches);
        if (tranches.isEmpty()) {
            throw new IllegalArgumentException("approval of " + applicationId + " has no tranche");
        }
    }

    /**
     * A part of the loan with its own rate and method.
     *
     * @param kind whose money it is
     * @param principal fen
     * @param method as lending-kernel names it
     * @param annualRate decimal fraction
     * @param spread over the reference rate, decimal fraction, possibly negative
     * @param ratePeriodMonths months between repricings
     * @param conditions what is agreed on beside the price
     * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; none when the event tells none
     */
    public record Tranche(
            Kind kind,
            long principal,
            int months,
            String method,
            BigDecimal annualRate,
            BigDecimal spread,
            int ratePeriodMonths,
            RateBasis rateBasis,
            Conditions conditions,
            @Nullable Integer interestOnlyMonths) {
        /** An event from before conditions were data tells none: those of its day are the default. */
        public Tranche {
            conditions = Objects.requireNonNullElse(conditions, Conditions.DEFAULT);
        }

        /** How often its instalments fall due. */
        public Frequency frequency() {
            return conditions.conventions().frequency();
        }

        /** How many instalments its term has. */
        public int instalments() {
            return frequency().instalments(months);
        }

        /** How many of them, at the start, are of interest alone. */
        public int interestOnly() {
            return frequency().instalments(Objects.requireNonNullElse(interestOnlyMonths, 0));
        }
    }

    /** Whose money a tranche is. */
    public enum Kind {
        /** The bank's; its rate follows the LPR. */
        COMMERCIAL,
        /** The housing provident fund's (公积金); its rate is set by the state. */
        PROVIDENT_FUND
    }

    /** Whether the rate follows the reference rate. */
    public enum RateBasis {
        FLOATING,
        FIXED
    }

    /** The mortgaged property, by its certificate. */
    public record Property(String certificateNumber) {}

    /** All tranches together, fen. */
    public long totalPrincipal() {
        return tranches.stream().mapToLong(Tranche::principal).sum();
    }
}
