package io.anju.care.complaint;

import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Outcome;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The facts that complaints tell; never a word of what was written. */
final class ComplaintEvents {

    @RegisterForReflection
    private record Opened(UUID customerId, UUID complaintId, About about) {}

    @RegisterForReflection
    private record Answered(UUID customerId, UUID complaintId, Outcome outcome) {}

    private ComplaintEvents() {}

    static DomainEvent opened(UUID complaint, UUID customer, About about) {
        return new DomainEvent(
                "anju.complaint.opened.v1", complaint.toString(), new Opened(customer, complaint, about));
    }

    static DomainEvent answered(UUID complaint, UUID customer, Outcome outcome) {
        return new DomainEvent(
                "anju.complaint.answered.v1", complaint.toString(), new Answered(customer, complaint, outcome));
    }
}
