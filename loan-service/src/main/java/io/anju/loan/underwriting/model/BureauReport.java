package io.anju.loan.underwriting.model;

import java.util.List;

/**
 * A credit report, as far as the rules use it.
 *
 * @param reportId the bureau's number
 */
public record BureauReport(String reportId, List<OpenLoan> openLoans, int overdueCount24m, int inquiries6m)
        implements BureauAnswer {

    /** Nothing known: what the rules compute with when there is no report. */
    public static final BureauReport EMPTY = new BureauReport("", List.of(), 0, 0);

    public BureauReport {
        openLoans = List.copyOf(openLoans);
    }

    /**
     * A loan that runs elsewhere.
     *
     * @param kind the bureau's word for what it is for; HOME_LOAN or MORTGAGE counts as housing
     * @param balance fen
     * @param monthlyPayment fen per month
     */
    public record OpenLoan(String kind, long balance, long monthlyPayment) {

        /** Whether it finances a home. */
        public boolean housing() {
            return kind.equals("HOME_LOAN") || kind.equals("MORTGAGE");
        }
    }

    /** How many loans that run finance a home. */
    public int homeLoans() {
        return (int) openLoans.stream().filter(OpenLoan::housing).count();
    }

    /** Fen per month for homes. */
    public long housingPayments() {
        return openLoans.stream()
                .filter(OpenLoan::housing)
                .mapToLong(OpenLoan::monthlyPayment)
                .sum();
    }

    /** Fen per month for everything else. */
    public long otherPayments() {
        return openLoans.stream()
                .filter(loan -> !loan.housing())
                .mapToLong(OpenLoan::monthlyPayment)
                .sum();
    }
}
