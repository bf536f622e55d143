package io.anju.identity.disclosure.model;

import io.anju.kernel.result.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which service may read which personal data for which purpose: the whole table in one place. What is not here is
 * refused.
 */
public final class Disclosure {

    /** A field of personal data. */
    public enum Field {
        NAME,
        ID_NUMBER,
        PHONE
    }

    private record Grant(String reader, String purpose, Set<Field> fields) {}

    private static final Set<Field> PARTY = EnumSet.allOf(Field.class);
    private static final Set<Field> CONTACT = EnumSet.of(Field.PHONE);

    private static final List<Grant> GRANTS = List.of(
            new Grant("contract-service", "CONTRACT", PARTY),
            new Grant("repayment-service", "CARD_BINDING", PARTY),
            new Grant("loan-service", "CREDIT_CHECK", EnumSet.of(Field.NAME, Field.ID_NUMBER)),
            new Grant("loan-service", "APPLICATION", PARTY),
            new Grant("care-service", "SERVICE", CONTACT),
            new Grant("care-service", "COLLECTION", CONTACT),
            new Grant("care-service", "MARKETING", CONTACT));

    private Disclosure() {}

    /** The fields that this reader gets for this purpose. */
    public static Result<Set<Field>, DisclosureRefusal> fields(String reader, String purpose) {
        return GRANTS.stream()
                .filter(grant ->
                        grant.reader().equals(reader) && grant.purpose().equals(purpose))
                .findFirst()
                .<Result<Set<Field>, DisclosureRefusal>>map(grant -> Result.ok(grant.fields()))
                .orElseGet(() -> Result.refused(new DisclosureRefusal.PurposeNotGranted(reader, purpose)));
    }
}
