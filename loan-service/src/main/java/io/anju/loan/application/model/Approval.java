package io.anju.loan.application.model;

import io.anju.kernel.calendar.Frequency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was approved, by whom.
 *
 * @param dueDay day of the month on which instalments fall due, 1 to 31; a month without it uses its last day
 * @param day business date of the approval, which the price and the cost sheet are of
 * @param recommender the first person
 * @param approver the second person, never the first
 */
public record Approval(
        List<ApprovedTranche> tranches, int dueDay, LocalDate day, UUID recommender, UUID approver, Instant at) {

    public Approval {
        tranches = List.copyOf(tranches);
        if (recommender.equals(approver)) {
            throw new IllegalArgumentException("an approval takes two people");
        }
    }

    /** How often instalments fall due: the tranches of a product fall due together. */
    public Frequency frequency() {
        return tranches.getFirst().frequency();
    }
}
