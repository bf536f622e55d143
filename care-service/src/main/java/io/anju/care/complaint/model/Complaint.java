package io.anju.care.complaint.model;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A complaint or an appeal ({@link Kind}): open, perhaps extended once or twice, then answered or withdrawn.
 *
 * <p>The rule of recusal (10-rules: people involved recuse) holds for every step a member of staff takes: whoever had a
 * part in the matter neither answers nor buys time. More time is given while there is time: a deadline that was missed
 * is not replaced by a later one.
 */
public sealed interface Complaint {

    ComplaintFile file();

    /** Waiting for an answer; contact with the customer stays stopped. */
    sealed interface Pending extends Complaint {

        LocalDate dueOn();

        Pending withFile(ComplaintFile file);

        /** Whether the last day for the answer has gone by. */
        default boolean isOverdue(LocalDate today) {
            return today.isAfter(dueOn());
        }

        /** A member of staff says to have had a part in the matter. */
        default Pending recuse(UUID officer) {
            return withFile(file().withInvolved(officer));
        }

        default Result<Answered, ComplaintRefusal> answer(UUID officer, Outcome outcome, String text) {
            return file().recuses(officer)
                    ? Result.refused(new ComplaintRefusal.Recused())
                    : Result.ok(new Answered(file(), dueOn(), officer, outcome, text));
        }

        default Withdrawn withdraw() {
            return new Withdrawn(file(), dueOn());
        }
    }

    /** On the first clock. */
    record Open(ComplaintFile file, LocalDate dueOn) implements Pending {

        @Override
        public Open withFile(ComplaintFile changed) {
            return new Open(changed, dueOn);
        }

        public Result<Extended, ComplaintRefusal> extend(UUID officer, LegalClock clock, LocalDate today) {
            if (file.recuses(officer)) {
                return Result.refused(new ComplaintRefusal.Recused());
            }
            return isOverdue(today)
                    ? Result.refused(new ComplaintRefusal.Overdue(dueOn))
                    : Result.ok(new Extended(file, clock.complex(file.received()), officer));
        }
    }

    /** On the clock of complex matters. */
    record Extended(ComplaintFile file, LocalDate dueOn, UUID extendedBy) implements Pending {

        @Override
        public Extended withFile(ComplaintFile changed) {
            return new Extended(changed, dueOn, extendedBy);
        }

        /** More time is approved by another person than the one who took the first. */
        public Result<ExtendedAgain, ComplaintRefusal> approveMore(UUID approver, LegalClock clock, LocalDate today) {
            if (file.recuses(approver)) {
                return Result.refused(new ComplaintRefusal.Recused());
            }
            if (isOverdue(today)) {
                return Result.refused(new ComplaintRefusal.Overdue(dueOn));
            }
            return approver.equals(extendedBy)
                    ? Result.refused(new ComplaintRefusal.SecondPersonNeeded())
                    : Result.ok(new ExtendedAgain(file, clock.more(file.received()), extendedBy, approver));
        }
    }

    /** On the last clock there is. */
    record ExtendedAgain(ComplaintFile file, LocalDate dueOn, UUID extendedBy, UUID approvedBy) implements Pending {

        @Override
        public ExtendedAgain withFile(ComplaintFile changed) {
            return new ExtendedAgain(changed, dueOn, extendedBy, approvedBy);
        }
    }

    /** Done; the customer may complain again, or turn to the regulator. */
    record Answered(ComplaintFile file, LocalDate dueOn, UUID answeredBy, Outcome outcome, String answer)
            implements Complaint {}

    /** The customer took it back. */
    record Withdrawn(ComplaintFile file, LocalDate dueOn) implements Complaint {}
}
