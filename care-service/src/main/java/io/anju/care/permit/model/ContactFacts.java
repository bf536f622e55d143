package io.anju.care.permit.model;

import io.anju.care.calendar.model.DayKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a decision rests on, gathered beforehand under the customer's lock, so that the rules neither look up nor
 * wait.
 *
 * @param agencyLapse why the agency may not act (a code), empty when it is in standing
 * @param customerGone the account is erased or its holder deceased
 * @param complaintOpenSince the day of the oldest open complaint
 * @param refusedSince since when the customer has refused this purpose by this channel
 * @param consent the customer's latest word on this purpose and channel
 * @param day what the calendar says of the planned day
 * @param caps the caps of the purpose and their use
 * @param policy the rules of the purpose
 */
public record ContactFacts(
        Optional<String> agencyLapse,
        boolean customerGone,
        Optional<Instant> complaintOpenSince,
        Optional<Instant> refusedSince,
        Optional<Consent> consent,
        DayKind day,
        List<CapUse> caps,
        PurposePolicy policy) {

    public ContactFacts {
        caps = List.copyOf(caps);
    }

    /** For a permit that is being used: the caps have counted it already. */
    public ContactFacts withoutCaps() {
        return new ContactFacts(
                agencyLapse, customerGone, complaintOpenSince, refusedSince, consent, day, List.of(), policy);
    }
}
