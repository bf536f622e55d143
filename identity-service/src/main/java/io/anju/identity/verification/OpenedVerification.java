package io.anju.identity.verification;

import io.anju.identity.model.Phone;
import io.anju.identity.passkey.RequestOptions;
import io.anju.identity.verification.model.Opening;
import java.util.Optional;

/**
 * A verification that was opened, with what the person needs to prove themselves.
 *
 * @param options for the browser, when a passkey is to prove it
 * @param sms to be sent once all is kept, when a code is to prove it
 */
public record OpenedVerification(Opening.Opened opened, Optional<RequestOptions> options, Optional<Sms> sms) {

    /** A message that names the act. */
    public record Sms(Phone phone, String text) {}
}
