package io.anju.kernel.schedule;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to come of a loan that is not settled; amounts in fen. Two of them side by side are what a choice is made by: a
 * prepayment, a changed plan.
 *
 * @param instalments how many
 * @param nextInstalment amount of the next one, which may carry the rest of a split period
 * @param levelInstalment amount of the one after it; of the next one when it is the last
 * @param lastInstalment amount of the last one
 * @param lastDueDate when the loan ends
 * @param interest of all of them
 */
public record Outlook(
        int instalments,
        long nextInstalment,
        long levelInstalment,
        long lastInstalment,
        LocalDate lastDueDate,
        long interest) {

    /** What follows from a position that has instalments left. */
    public static Outlook of(LoanPosition position) {
        List<Instalment> rows = position.remaining();
        return new Outlook(
                rows.size(),
                rows.getFirst().amount(),
                rows.get(Math.min(1, rows.size() - 1)).amount(),
                rows.getLast().amount(),
                rows.getLast().dueDate(),
                rows.stream().mapToLong(Instalment::interest).sum());
    }
}
