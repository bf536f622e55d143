package io.anju.care.permit;

import io.anju.care.permit.model.ContactPurpose;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Gives an agency a name for a customer: opaque, good for that agency and campaign, and for a time. */
@ApplicationScoped
public class CustomerReferences {

    private static final int BYTES = 16;

    private final References references;
    private final ContactNumbers numbers;
    private final FieldCipher cipher;
    private final PermitConfig config;
    private final BusinessClock clock;

    CustomerReferences(
            References references,
            ContactNumbers numbers,
            FieldCipher cipher,
            PermitConfig config,
            BusinessClock clock) {
        this.references = references;
        this.numbers = numbers;
        this.cipher = cipher;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The keyed hash of the customer's number, to be asked before a name is issued: a contact must be counted by number
     * too. Empty when there is no such customer.
     */
    public Uni<Optional<byte[]>> numberKey(UUID customer) {
        return numbers.find(customer, ContactPurpose.SERVICE)
                .map(found -> found.map(number -> cipher.lookupHash(number, "contact_person.number_key")));
    }

    /** The same for the same customer, agency and campaign; asking again renews it. */
    public Uni<String> issue(Tx tx, UUID officer, UUID agency, UUID customer, byte[] numberKey, String campaign) {
        var now = clock.now();
        var expires = now.plus(config.referenceLasts());
        return references
                .putNumberKey(tx, customer, numberKey)
                .chain(() -> references.put(
                        tx, new CustomerReference(random(), customer, agency, campaign, officer, now, expires)));
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "cr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
