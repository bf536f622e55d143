package io.anju.care.complaint.store;

import io.anju.kit.crypto.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What people wrote in a complaint, encrypted for this very complaint. */
@ApplicationScoped
class Texts {

    private final FieldCipher cipher;

    Texts(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(String text, UUID complaint) {
        return cipher.encrypt(text, context(complaint));
    }

    String open(byte[] sealed, UUID complaint) {
        return cipher.decrypt(sealed, context(complaint));
    }

    private static String context(UUID complaint) {
        return "complaint " + complaint;
    }
}
