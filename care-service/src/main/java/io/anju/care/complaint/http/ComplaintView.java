package io.anju.care.complaint.http;

import io.anju.care.complaint.ComplaintEntry;
import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Complaint;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or an appeal on the wire.
 *
 * @param subject id of what it is about
 * @param state OPEN, EXTENDED, EXTENDED_AGAIN, ANSWERED or WITHDRAWN
 * @param dueDate the last day for the answer
 */
@RegisterForReflection
record ComplaintView(
        UUID id,
        Kind kind,
        About about,
        @Nullable UUID subject,
        String text,
        Instant receivedAt,
        LocalDate dueDate,
        String state,
        @Nullable Outcome outcome,
        @Nullable String answer) {

    static ComplaintView of(ComplaintEntry entry) {
        return switch (entry.complaint()) {
            case Complaint.Open open -> view(entry, "OPEN", open.dueOn(), null, null);
            case Complaint.Extended once -> view(entry, "EXTENDED", once.dueOn(), null, null);
            case Complaint.ExtendedAgain twice -> view(entry, "EXTENDED_AGAIN", twice.dueOn(), null, null);
            case Complaint.Answered done -> view(entry, "ANSWERED", done.dueOn(), done.outcome(), done.answer());
            case Complaint.Withdrawn back -> view(entry, "WITHDRAWN", back.dueOn(), null, null);
        };
    }

    private static ComplaintView view(
            ComplaintEntry entry, String state, LocalDate dueDate, @Nullable Outcome outcome, @Nullable String answer) {
        var file = entry.complaint().file();
        return new ComplaintView(
                entry.id(),
                file.kind(),
                file.about(),
                file.subject().orElse(null),
                file.text(),
                entry.receivedAt(),
                dueDate,
                state,
                outcome,
                answer);
    }
}
