package io.anju.sandbox.propertyregistry;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mortgage in the land register.
 *
 * @param pending the request not yet decided or not yet told
 * @param certificateNumber of the mortgage (不动产登记证明), once registered
 */
record Registration(
        UUID registrationId,
        Application application,
        State state,
        @Nullable String certificateNumber,
        @Nullable String reason,
        @Nullable Pending pending) {

    /** Where it stands. */
    enum State {
        PENDING,
        REGISTERED,
        REJECTED,
        RELEASING,
        RELEASED
    }

    /** What was asked to be registered; amount in fen. */
    record Application(String reference, String propertyCertificate, String mortgagor, String mortgagee, long amount) {}

    /** A request whose answer is still owed. */
    record Pending(String reference, URI callbackUrl) {}

    /** What callers and callbacks read; the reference is the one of the request that it answers. */
    record View(
            UUID registrationId,
            String reference,
            State state,
            @Nullable String certificateNumber,
            @Nullable String reason) {}

    static Registration asked(UUID id, Application application, URI callbackUrl) {
        return new Registration(
                id, application, State.PENDING, null, null, new Pending(application.reference(), callbackUrl));
    }

    Registration registered(String number) {
        return new Registration(registrationId, application, State.REGISTERED, number, null, pending);
    }

    Registration rejected(String why) {
        return new Registration(registrationId, application, State.REJECTED, null, why, pending);
    }

    Registration releaseAsked(String reference, URI callbackUrl) {
        return new Registration(
                registrationId,
                application,
                State.RELEASING,
                certificateNumber,
                null,
                new Pending(reference, callbackUrl));
    }

    Registration released() {
        return new Registration(registrationId, application, State.RELEASED, certificateNumber, null, pending);
    }

    Registration told() {
        return new Registration(registrationId, application, state, certificateNumber, reason, null);
    }

    boolean undecided() {
        return state == State.PENDING || state == State.RELEASING;
    }

    View view() {
        var reference = pending == null ? application.reference() : pending.reference();
        return new View(registrationId, reference, state, certificateNumber, reason);
    }
}
