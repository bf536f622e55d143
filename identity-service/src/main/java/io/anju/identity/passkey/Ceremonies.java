package io.anju.identity.passkey;

import io.anju.identity.passkey.model.Attestation;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The checks of WebAuthn Level 3 §7.1 and §7.2: pure computing, about a millisecond. */
public interface Ceremonies {

    /**
     * What a checked registration says.
     *
     * @param publicKey COSE_Key
     */
    record NewCredential(
            byte[] credentialId,
            byte[] publicKey,
            int algorithm,
            UUID aaguid,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            List<String> transports,
            Attestation attestation) {}

    /** The parts of an assertion that name who signed, not yet checked. */
    record Named(byte[] credentialId, Optional<byte[]> userHandle) {}

    /** What a checked assertion says. */
    record Signed(
            long signCount, boolean backedUp, byte[] clientDataJson, byte[] authenticatorData, byte[] signature) {}

    /** @param now at which the certificates of an attestation have to be valid */
    Result<NewCredential, PasskeyRefusal> checkRegistration(String responseJson, String challenge, Instant now);

    Result<Named, PasskeyRefusal> readAssertion(String responseJson);

    Result<Signed, PasskeyRefusal> checkAssertion(String responseJson, String challenge, Passkey.Enrolled passkey);
}
