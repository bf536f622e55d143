package io.anju.repayment.collection.model;

import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What one payment settled of one instalment, or what a waiver took off its late charges. All of a loan's in their order,
 * on top of what was billed, give its bills as they stand.
 *
 * @param number of the instalment
 * @param date business date on which it counts for lateness
 * @param version number of the loan's events before it
 * @param parts fen; a waiver has penalty alone
 */
public record BillShare(UUID loanId, int number, Cause cause, LocalDate date, long version, Receipt parts) {

    /** Where it comes from. */
    public sealed interface Cause {}

    /** A payment, by its transfer in the ledger. */
    public record Payment(UUID transfer) implements Cause {}

    /** A waiver. */
    public record Waived(UUID waiver) implements Cause {}

    /** Of a waiver of that many fen. */
    public static BillShare waived(BillFacts of, UUID waiver, LocalDate date, long version, long amount) {
        return new BillShare(of.loanId(), of.number(), new Waived(waiver), date, version, new Receipt(0, amount, 0, 0));
    }

    /** Another share of the same payment. */
    public BillShare instead(int number, Receipt parts) {
        return new BillShare(loanId, number, cause, date, version, parts);
    }

    /** Whether it is of that payment. */
    public boolean isOf(UUID transfer) {
        return cause.equals(new Payment(transfer));
    }
}
