package io.anju.identity.verification.model;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks for the second key, as known at this moment (not as an older access token says).
 *
 * @param roles those of the person
 * @param level level now
 * @param usablePasskeys passkeys that are enrolled and not revoked
 * @param everHadPasskey whether any was ever enrolled: from then on an SMS code can no longer add one, so that
 *     somebody who took over the phone number cannot take over the account. Who has lost every passkey is helped at a
 *     counter.
 * @param hasPhone whether an SMS can reach the person; staff have none here
 */
public record Asker(
        UUID id, Set<String> roles, Level level, int usablePasskeys, boolean everHadPasskey, boolean hasPhone) {

    /** The act by which a passkey is added. */
    public static final String ADD_PASSKEY = "passkey.add";

    public Asker {
        roles = Set.copyOf(roles);
    }

    /** The ways in which this person can prove themselves for this act at all. */
    Set<ProofMethod> methodsFor(String act) {
        var methods = EnumSet.noneOf(ProofMethod.class);
        if (usablePasskeys > 0) {
            methods.add(ProofMethod.PASSKEY);
        }
        if (hasPhone && !(act.equals(ADD_PASSKEY) && everHadPasskey)) {
            methods.add(ProofMethod.SMS);
        }
        return methods;
    }
}
