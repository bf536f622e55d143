package io.anju.repayment.payment.model;

import io.anju.kernel.result.Result;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A sum received, used for the bills of a loan: the oldest first (民法典 第五百六十条), each in the product's order, until
 * nothing of it is left.
 *
 * @param shares at least one
 */
public record Allotment(List<Share> shares) {

    /** What one bill got, and the bill after it. */
    public record Share(Bill bill, Receipt parts) {}

    public Allotment {
        shares = List.copyOf(shares);
    }

    /**
     * Uses the sum, or refuses it when it is more than is due, or when something it is used for was paid in part, or waived,
     * after its day: what was charged until then would be charged for money that was there.
     *
     * @param unpaid all unpaid bills of the loan, the oldest first
     * @param amount fen, positive
     * @param date for which it counts
     */
    public static Result<Allotment, ReceiptRefusal> of(List<Bill.Unpaid> unpaid, long amount, LocalDate date) {
        List<Share> shares = new ArrayList<>();
        long left = amount;
        for (Bill.Unpaid bill : unpaid) {
            if (left == 0) {
                break;
            }
            if (bill.isReckonedBeyond(date)) {
                return Result.refused(new ReceiptRefusal.DayOvertaken(
                        bill.facts().number(), date, bill.open().seenTo()));
            }
            Bill.Received received = bill.receive(date, left);
            shares.add(new Share(received.after(), received.parts()));
            left = received.left();
        }
        return left > 0
                ? Result.refused(new ReceiptRefusal.MoreThanDue(amount - left, amount))
                : Result.ok(new Allotment(shares));
    }

    /** What the posted transfer settled on the day for which it counts; the loan had so many events before it. */
    public List<BillShare> settledBy(UUID transfer, LocalDate date, long version) {
        return shares.stream()
                .map(share -> new BillShare(
                        share.bill().facts().loanId(),
                        share.bill().facts().number(),
                        new BillShare.Payment(transfer),
                        date,
                        version,
                        share.parts()))
                .toList();
    }

    /** The sum by what it pays. */
    public Receipt parts() {
        return shares.stream().map(Share::parts).reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
    }

    /** Its bills as they are now. */
    public List<Bill> bills() {
        return shares.stream().map(Share::bill).toList();
    }

    /** Those of them that it paid off. */
    public List<Bill.Paid> paidOff() {
        return bills().stream()
                .filter(Bill.Paid.class::isInstance)
                .map(Bill.Paid.class::cast)
                .toList();
    }
}
