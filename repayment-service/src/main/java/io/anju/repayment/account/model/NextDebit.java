package io.anju.repayment.account.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.collection.model.Turn;
import io.anju.repayment.loan.model.Loan;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a loan has debited next, without anybody's word.
 *
 * @param date business date
 * @param amount fen, as it stands
 */
public record NextDebit(LocalDate date, long amount) {

    /**
     * The oldest unpaid instalment when the next turn comes, or else the next instalment on its due date; empty where
     * nothing is debited by itself any more.
     *
     * @param unpaid the loan's unpaid bills, oldest first
     */
    public static Optional<NextDebit> of(Loan.Active loan, List<Bill.Unpaid> unpaid, LocalDate today, RetryPlan plan) {
        return unpaid.stream()
                // Once enough was tried a turn debits nothing: it is there to tell that the instalment is overdue.
                .filter(bill -> bill.attempts() < plan.attempts())
                .flatMap(bill -> bill.turn().stream())
                .map(Turn::day)
                .min(Comparator.naturalOrder())
                .map(turn -> turn.isBefore(today) ? today : turn)
                .map(date -> ofBill(unpaid.getFirst(), date))
                .or(() -> loan.isBilling() ? Optional.of(ofNext(loan)) : Optional.empty());
    }

    private static NextDebit ofBill(Bill.Unpaid bill, LocalDate date) {
        return new NextDebit(date, bill.owedOn(bill.debitedFor(date)).total());
    }

    private static NextDebit ofNext(Loan.Active loan) {
        return new NextDebit(loan.position().nextDue(), loan.bill().instalment().amount());
    }
}
