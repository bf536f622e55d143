package io.anju.identity.passkey;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** {@code PublicKeyCredentialCreationOptionsJSON} of WebAuthn Level 3 §5.1.8, as {@code parseCreationOptionsFromJSON} takes it. */
@RegisterForReflection
public record CreationOptions(
        Rp rp,
        User user,
        String challenge,
        List<Parameters> pubKeyCredParams,
        long timeout,
        List<Descriptor> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /** The site that the passkey is bound to. */
    @RegisterForReflection
    public record Rp(String id, String name) {}

    /** The person; {@code id} is the account's UUID in base64url and says nothing about them. */
    @RegisterForReflection
    public record User(String id, String name, String displayName) {}

    /** A signature algorithm, most wanted first. */
    @RegisterForReflection
    public record Parameters(String type, int alg) {}

    /** A credential that exists already. */
    @RegisterForReflection
    public record Descriptor(String type, String id, List<String> transports) {}

    /** Discoverable, and with the person verified by the device. */
    @RegisterForReflection
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}
}
