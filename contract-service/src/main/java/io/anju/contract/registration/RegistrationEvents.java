package io.anju.contract.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.contract.registration.model.Registration;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of mortgages; shapes as in {@code src/main/resources/events}. */
final class RegistrationEvents {
    private RegistrationEvents() {}

    @RegisterForReflection
    record RegisteredData(UUID contractId, UUID applicationId, UUID customerId, String certificateNumber) {}

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleasedData(
            UUID contractId,
            UUID applicationId,
            UUID customerId,
            @Nullable UUID loanId,
            String certificateNumber) {}

    @RegisterForReflection
    record RejectedData(UUID contractId, UUID applicationId, UUID customerId, String reason) {}

    static DomainEvent registered(Registration.Registered registration) {
        Registration.Facts facts = registration.facts();
        return event(
                "anju.mortgage.registered.v1",
                facts,
                new RegisteredData(
                        facts.contractId(),
                        facts.applicationId(),
                        facts.customerId(),
                        registration.certificateNumber()));
    }

    static DomainEvent released(Registration.Released registration) {
        Registration.Facts facts = registration.facts();
        return event(
                "anju.mortgage.released.v1",
                facts,
                new ReleasedData(
                        facts.contractId(),
                        facts.applicationId(),
                        facts.customerId(),
                        registration.loanId().orElse(null),
                        registration.certificateNumber()));
    }

    static DomainEvent rejected(Registration.Rejected registration) {
        Registration.Facts facts = registration.facts();
        return event(
                "anju.mortgage.rejected.v1",
                facts,
                new RejectedData(facts.contractId(), facts.applicationId(), facts.customerId(), registration.reason()));
    }

    private static DomainEvent event(String type, Registration.Facts facts, Object data) {
        return new DomainEvent(type, facts.contractId().toString(), data);
    }
}
