package io.anju.repayment.collection.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a moment brings the unpaid bills of one loan. Money goes to the oldest first: whichever bill's turn comes, the
 * oldest is debited, and the others wait for its outcome.
 *
 * @param bills all of them, oldest first, as they are then
 * @param newlyOverdue those among them whose grace is over now
 * @param toDebit the oldest one, if it is to be debited; it is not ordered yet
 */
public record Collecting(List<Bill.Unpaid> bills, List<Bill.Overdue> newlyOverdue, Optional<Bill.Unpaid> toDebit) {

    public Collecting {
        bills = List.copyOf(bills);
        newlyOverdue = List.copyOf(newlyOverdue);
    }

    /**
     * Works it out.
     *
     * @param unpaid oldest first, none of them being debited
     */
    public static Collecting of(List<? extends Bill.Unpaid> unpaid, LocalDate today, Instant now, RetryPlan plan) {
        List<Bill.Unpaid> bills = new ArrayList<>();
        List<Bill.Overdue> newlyOverdue = new ArrayList<>();
        boolean debit = false;
        for (Bill.Unpaid bill : unpaid) {
            if (!hasItsTurn(bill, today, now)) {
                bills.add(bill);
                continue;
            }
            Bill.Unpaid after = bill;
            if (bill instanceof Bill.Due due && due.becomesOverdueOn(today)) {
                after = due.overdue();
                newlyOverdue.add(due.overdue());
            }
            boolean tried = after.attempts() >= plan.attempts();
            debit |= !tried;
            bills.add(tried ? after.leftToTheBorrower() : after);
        }
        return new Collecting(bills, newlyOverdue, debit ? Optional.of(bills.getFirst()) : Optional.empty());
    }

    /** A bill behind one that has not been paid: if its turn had come, it has passed. */
    public static Bill.Unpaid afterFailure(Bill.Unpaid other, LocalDate today, Instant now, RetryPlan plan) {
        return hasItsTurn(other, today, now) ? other.missedTurn(today, now, plan) : other;
    }

    /** All bills where there is nothing to debit; those whose turn had come have it again the next day. */
    public static List<Bill.Unpaid> withoutPayer(List<? extends Bill.Unpaid> bills, LocalDate today, Instant now) {
        return bills.stream()
                .<Bill.Unpaid>map(bill -> hasItsTurn(bill, today, now) ? bill.withoutPayer(today) : bill)
                .toList();
    }

    private static boolean hasItsTurn(Bill.Unpaid bill, LocalDate today, Instant now) {
        return bill.turn().filter(turn -> turn.hasCome(today, now)).isPresent();
    }
}
