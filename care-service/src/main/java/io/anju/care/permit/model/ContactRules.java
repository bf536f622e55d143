package io.anju.care.permit.model;

import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.model.ContactRefusal.NoConsent.Lack;
import java.util.List;
import java.util.Optional;

/**
 * The rules of contact, one a method.
 *
 * <p>{@link #ALL} fixes the order in which they answer: first what concerns the agency, then what the customer has
 * said, then time and number. An agency that fails on several learns the first; the record keeps them all.
 */
public final class ContactRules {

    /** In this order; part of the public API. */
    public static final List<ContactRule> ALL = List.of(
            ContactRules::agencyInStanding,
            ContactRules::customerThere,
            ContactRules::noComplaintOpen,
            ContactRules::notRefused,
            ContactRules::consentGiven,
            ContactRules::withinHours,
            ContactRules::withinCaps);

    private ContactRules() {}

    static Optional<ContactRefusal> agencyInStanding(ContactRequest request, ContactFacts facts) {
        return facts.agencyLapse().map(ContactRefusal.AgencyNotInStanding::new);
    }

    static Optional<ContactRefusal> customerThere(ContactRequest request, ContactFacts facts) {
        return refuseIf(facts.customerGone(), new ContactRefusal.CustomerGone());
    }

    static Optional<ContactRefusal> noComplaintOpen(ContactRequest request, ContactFacts facts) {
        return refuseIf(facts.complaintOpenSince().isPresent(), new ContactRefusal.ComplaintOpen());
    }

    // 消保办法 (2022-9): after a refusal, never again by that way.
    static Optional<ContactRefusal> notRefused(ContactRequest request, ContactFacts facts) {
        return refuseIf(
                facts.refusedSince().isPresent(),
                new ContactRefusal.DoNotContact(request.purpose(), request.channel()));
    }

    // 消费者权益保护法 29: no commercial information without the consumer's consent or request.
    static Optional<ContactRefusal> consentGiven(ContactRequest request, ContactFacts facts) {
        if (facts.policy().consentLasts().isEmpty()) {
            return Optional.empty();
        }
        return lackOfConsent(request, facts)
                .map(lack -> new ContactRefusal.NoConsent(request.purpose(), request.channel(), lack));
    }

    private static Optional<Lack> lackOfConsent(ContactRequest request, ContactFacts facts) {
        if (facts.consent().isEmpty()) {
            return Optional.of(Lack.NEVER_GIVEN);
        }
        var consent = facts.consent().get();
        if (!consent.granted()) {
            return Optional.of(Lack.WITHDRAWN);
        }
        var tooOld = facts.policy()
                .consentLasts()
                .filter(lasts -> !consent.saidAt().plus(lasts).isAfter(request.plannedAt()));
        return tooOld.map(lasts -> Lack.TOO_OLD);
    }

    // GB/T 45251-2025: no collection calls from 22:00 to 08:00; the hours of each purpose are data. A day that may be a
    // holiday is taken for one: this rule fails closed.
    static Optional<ContactRefusal> withinHours(ContactRequest request, ContactFacts facts) {
        var hours = facts.policy().hours();
        var dayOff = facts.day() != DayKind.ORDINARY && !hours.onPublicHolidays();
        var allowed = !dayOff && hours.contain(request.planned().toLocalTime());
        var day = dayOff ? facts.day() : DayKind.ORDINARY;
        return refuseIf(!allowed, new ContactRefusal.QuietHours(hours.from(), hours.until(), day));
    }

    static Optional<ContactRefusal> withinCaps(ContactRequest request, ContactFacts facts) {
        return facts.caps().stream()
                .filter(CapUse::reached)
                .map(CapUse::cap)
                .<ContactRefusal>map(cap -> new ContactRefusal.CapReached(cap.scope(), cap.most(), cap.days()))
                .findFirst();
    }

    private static Optional<ContactRefusal> refuseIf(boolean refused, ContactRefusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }
}
