package io.anju.sandbox.cardnetwork;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card waiting for its code, or bound. The card's number is not kept.
 *
 * @param reference of the caller's own, if it gave one
 */
record Binding(
        UUID bindingId,
        @Nullable String reference,
        String cardToken,
        String last4,
        String bank,
        String code,
        Instant codeValidUntil,
        int wrongCodes,
        boolean confirmed) {
    static final int WRONG_CODES_MOST = 5;

    Binding withWrongCode() {
        return new Binding(
                bindingId, reference, cardToken, last4, bank, code, codeValidUntil, wrongCodes + 1, confirmed);
    }

    Binding bound() {
        return new Binding(bindingId, reference, cardToken, last4, bank, code, codeValidUntil, wrongCodes, true);
    }

    boolean locked() {
        return wrongCodes >= WRONG_CODES_MOST;
    }
}
