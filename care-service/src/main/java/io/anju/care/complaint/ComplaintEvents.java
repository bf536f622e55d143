package io.anju.care.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.ComplaintFile;
import io.anju.care.complaint.model.Kind;
import io.anju.care.complaint.model.Outcome;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts that complaints tell; never a word of what was written. */
final class ComplaintEvents {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Opened(
            UUID customerId,
            UUID complaintId,
            Kind kind,
            About about,
            @Nullable UUID subject) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answered(
            UUID customerId,
            UUID complaintId,
            Kind kind,
            About about,
            @Nullable UUID subject,
            Outcome outcome) {}

    @RegisterForReflection
    private record Overdue(UUID customerId, UUID complaintId, Kind kind, LocalDate dueDate) {}

    private ComplaintEvents() {}

    static DomainEvent opened(UUID complaint, ComplaintFile file) {
        return new DomainEvent(
                "anju.complaint.opened.v1",
                complaint.toString(),
                new Opened(
                        file.customer(),
                        complaint,
                        file.kind(),
                        file.about(),
                        file.subject().orElse(null)));
    }

    static DomainEvent answered(UUID complaint, ComplaintFile file, Outcome outcome) {
        return new DomainEvent(
                "anju.complaint.answered.v1",
                complaint.toString(),
                new Answered(
                        file.customer(),
                        complaint,
                        file.kind(),
                        file.about(),
                        file.subject().orElse(null),
                        outcome));
    }

    static DomainEvent overdue(ComplaintFiles.Missed missed) {
        return new DomainEvent(
                "anju.complaint.overdue.v1",
                missed.id().toString(),
                new Overdue(missed.customer(), missed.id(), missed.kind(), missed.dueOn()));
    }
}
