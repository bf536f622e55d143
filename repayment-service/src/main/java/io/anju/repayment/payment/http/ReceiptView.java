package io.anju.repayment.payment.http;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.payment.CounterReceipts;
import io.anju.repayment.payment.model.Allotment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A receipt as JSON; amounts in fen.
 *
 * @param transfer in the ledger
 * @param date business date of the posting
 * @param valueDate day for which it counts: lateness is charged up to it
 */
@RegisterForReflection
public record ReceiptView(UUID transfer, LocalDate date, LocalDate valueDate, long amount, List<Share> shares) {

    /**
     * @param costs fees and compensation
     * @param penalty penalty and compound interest
     * @param paid whether the instalment is paid in full
     */
    @RegisterForReflection
    public record Share(int instalment, long costs, long penalty, long interest, long principal, boolean paid) {

        static Share of(Allotment.Share share) {
            Receipt parts = share.parts();
            return new Share(
                    share.bill().facts().number(),
                    parts.costs(),
                    parts.penalty(),
                    parts.interest(),
                    parts.principal(),
                    share.bill() instanceof Bill.Paid);
        }
    }

    static ReceiptView of(CounterReceipts.Posted posted) {
        Allotment allotment = posted.allotment();
        return new ReceiptView(
                posted.transferId(),
                posted.date(),
                posted.valueDate(),
                allotment.parts().total(),
                allotment.shares().stream().map(Share::of).toList());
    }
}
