package io.anju.sandbox.bureau;

import java.util.List;
import java.util.UUID;

/**
 * What the bureau knows of a person.
 *
 * @param openLoans debts still running
 * @param overdueCount24m late payments in the last 24 months
 * @param inquiries6m lenders who asked in the last 6 months
 */
record CreditReport(UUID reportId, List<OpenLoan> openLoans, int overdueCount24m, int inquiries6m) {

    /** A running debt; balance and monthly payment in fen. */
    record OpenLoan(String kind, long balance, long monthlyPayment) {}

    private static final OpenLoan CARD = new OpenLoan("CREDIT_CARD", 320_000, 32_000);
    private static final OpenLoan CAR = new OpenLoan("CAR_LOAN", 12_000_000, 420_000);
    private static final OpenLoan HOUSE = new OpenLoan("MORTGAGE", 280_000_000, 1_650_000);

    /** The report that a name stands for: one clean card unless the name says otherwise. */
    static CreditReport of(UUID id, String name) {
        if (name.contains("白户")) {
            return new CreditReport(id, List.of(), 0, 0);
        }
        var loans = name.contains("负债") ? List.of(CARD, CAR, HOUSE) : List.of(CARD);
        return new CreditReport(id, loans, name.contains("逾期") ? 5 : 0, name.contains("多头") ? 14 : 1);
    }
}
