package io.anju.care.permit.model;

import java.util.Optional;

/** One reason for which a contact may be refused. */
@FunctionalInterface
public interface ContactRule {

    /** The refusal, or empty when this rule has nothing against the contact. */
    Optional<ContactRefusal> refuses(ContactRequest request, ContactFacts facts);
}
