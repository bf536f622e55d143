package io.anju.care.complaint.http;

import io.anju.care.complaint.ComplaintEntry;
import io.anju.care.complaint.ComplaintFiles.Deadline;
import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or an appeal as staff see it: what {@link ComplaintView} says, and how its clock went.
 *
 * @param dueDate the last day for the answer, as it stands
 * @param overdue that day has gone by without an answer
 * @param deadlines every last day it has had, the first one first
 */
@RegisterForReflection
record StaffComplaintView(
        UUID id,
        Kind kind,
        About about,
        @Nullable UUID subject,
        String text,
        Instant receivedAt,
        LocalDate dueDate,
        String state,
        @Nullable Outcome outcome,
        @Nullable String answer,
        boolean overdue,
        List<DeadlineView> deadlines) {

    /**
     * A last day as it was given.
     *
     * @param state the complaint's from then on: OPEN, EXTENDED or EXTENDED_AGAIN
     * @param givenBy who gave it; nobody the first, which the law gives
     */
    @RegisterForReflection
    record DeadlineView(
            String state,
            LocalDate dueDate,
            @Nullable UUID givenBy,
            @Nullable Instant givenAt) {

        static DeadlineView of(Deadline deadline) {
            return new DeadlineView(
                    deadline.step(),
                    deadline.dueOn(),
                    deadline.givenBy().orElse(null),
                    deadline.givenAt().orElse(null));
        }
    }

    static StaffComplaintView of(ComplaintEntry entry, boolean overdue, List<Deadline> deadlines) {
        var view = ComplaintView.of(entry);
        return new StaffComplaintView(
                view.id(),
                view.kind(),
                view.about(),
                view.subject(),
                view.text(),
                view.receivedAt(),
                view.dueDate(),
                view.state(),
                view.outcome(),
                view.answer(),
                overdue,
                deadlines.stream().map(DeadlineView::of).toList());
    }
}
