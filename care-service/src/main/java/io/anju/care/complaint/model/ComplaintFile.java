package io.anju.care.complaint.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a complaint or an appeal in every state.
 *
 * @param subject always there in an appeal: id of the contact, application, charge, … it is about
 * @param text what the customer wrote
 * @param received the day from which the legal clock runs
 * @param involved staff who had a part in the matter and may not decide on it
 */
public record ComplaintFile(
        UUID customer,
        Kind kind,
        About about,
        Optional<UUID> subject,
        String text,
        LocalDate received,
        Set<UUID> involved) {

    public ComplaintFile {
        if (kind == Kind.APPEAL && subject.isEmpty()) {
            throw new IllegalArgumentException("an appeal is against something");
        }
        involved = Set.copyOf(involved);
    }

    ComplaintFile withInvolved(UUID officer) {
        var more = new java.util.HashSet<>(involved);
        more.add(officer);
        return new ComplaintFile(customer, kind, about, subject, text, received, more);
    }

    boolean recuses(UUID officer) {
        return involved.contains(officer);
    }
}
