package io.anju.kit.event;

import io.anju.kit.crypto.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** How the data of an event lie in the outbox: as JSON, or encrypted by this service's keys, as Base64. */
@ApplicationScoped
class AtRest {

    private final FieldCipher cipher;

    AtRest(FieldCipher cipher) {
        this.cipher = cipher;
    }

    String seal(UUID event, String json) {
        return cipher.encryptToText(json, context(event));
    }

    /** The JSON of an event that is about to leave. */
    String open(Delivery delivery) {
        return delivery.sealed() ? cipher.decryptText(delivery.data(), context(delivery.id())) : delivery.data();
    }

    private static String context(UUID event) {
        return "outbox_event." + event;
    }
}
