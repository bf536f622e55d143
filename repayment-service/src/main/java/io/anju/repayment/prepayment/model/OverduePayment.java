package io.anju.repayment.prepayment.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The bills that an offer pays before anything is repaid early, paid. */
public record OverduePayment(List<Share> shares) {

    /** One of them; {@code date} is the day for which it is paid. */
    public record Share(Bill.Paid bill, LocalDate date, Receipt parts) {}

    public OverduePayment {
        shares = List.copyOf(shares);
    }

    /**
     * Pays them, the oldest first. The loan was held since the offer was taken, so that they owe what it says.
     *
     * @param unpaid all unpaid bills of the loan, oldest first
     * @throws IllegalStateException when they do not
     */
    public static OverduePayment of(Quote quote, List<Bill.Unpaid> unpaid) {
        if (!OverdueBill.of(unpaid, quote.date()).equals(quote.overdue())) {
            throw new IllegalStateException("the bills do not owe what was offered: " + quote.id());
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < unpaid.size(); i++) {
            OverdueBill owed = quote.overdue().get(i);
            Bill.Received received = unpaid.get(i).receive(owed.date(), owed.total());
            if (!(received.after() instanceof Bill.Paid paid)) {
                throw new IllegalStateException("not paid by what it owes: instalment " + owed.number());
            }
            shares.add(new Share(paid, owed.date(), received.parts()));
        }
        return new OverduePayment(shares);
    }

    /** Their part of the money, by what it pays. */
    public Receipt parts() {
        return shares.stream().map(Share::parts).reduce(new Receipt(0, 0, 0, 0), Receipt::plus);
    }

    /** The bills as they are now. */
    public List<Bill.Paid> bills() {
        return shares.stream().map(Share::bill).toList();
    }

    /** What the posted transfer settled of them; the loan had so many events before it. */
    public List<BillShare> settledBy(UUID transfer, long version) {
        return shares.stream()
                .map(share -> new BillShare(
                        share.bill().facts().loanId(),
                        share.bill().facts().number(),
                        new BillShare.Payment(transfer),
                        share.date(),
                        version,
                        share.parts()))
                .toList();
    }
}
