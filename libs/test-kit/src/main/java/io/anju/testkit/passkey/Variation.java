package io.anju.testkit.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a device, or the page around it, does otherwise than {@link EmulatedAuthenticator} by itself: each part of an
 * answer can be changed where it is made, so that all that depends on it (hashes, signatures) is right for the changed
 * part. A new one changes nothing.
 */
public final class Variation {

    private static final int AAGUID_BYTES = 16;

    Consumer<ObjectNode> clientData = data -> {};
    UnaryOperator<String> rpId = UnaryOperator.identity();
    IntUnaryOperator flags = IntUnaryOperator.identity();
    byte[] aaguid = new byte[AAGUID_BYTES];
    UnaryOperator<byte[]> credentialId = UnaryOperator.identity();
    UnaryOperator<byte[]> publicKey = UnaryOperator.identity();
    UnaryOperator<byte[]> authenticatorData = UnaryOperator.identity();
    Attester attester = subject -> new Attester.Statement("none", Map.of());
    UnaryOperator<byte[]> attestationObject = UnaryOperator.identity();
    UnaryOperator<byte[]> signature = UnaryOperator.identity();
    UnaryOperator<byte[]> userHandle = UnaryOperator.identity();

    /** The members of {@code clientDataJSON}. */
    public Variation clientData(Consumer<ObjectNode> change) {
        clientData = change;
        return this;
    }

    /** The relying party whose hash stands in the authenticator data. */
    public Variation rpId(String other) {
        rpId = ignored -> other;
        return this;
    }

    /** The flags of the authenticator data: UP 1, UV 4, BE 8, BS 16, AT 64, ED 128. */
    public Variation flags(IntUnaryOperator change) {
        flags = change;
        return this;
    }

    /** The model of the authenticator, 16 bytes. */
    public Variation aaguid(byte[] model) {
        aaguid = model.clone();
        return this;
    }

    /** The credential id in the attested data. */
    public Variation credentialId(UnaryOperator<byte[]> change) {
        credentialId = change;
        return this;
    }

    /** The COSE_Key in the attested data. */
    public Variation publicKey(UnaryOperator<byte[]> change) {
        publicKey = change;
        return this;
    }

    /** The authenticator data as a whole, before anything signs it. */
    public Variation authenticatorData(UnaryOperator<byte[]> change) {
        authenticatorData = change;
        return this;
    }

    /** Who vouches for the authenticator. */
    public Variation attestedBy(Attester by) {
        attester = by;
        return this;
    }

    /** The attestation object as a whole. */
    public Variation attestationObject(UnaryOperator<byte[]> change) {
        attestationObject = change;
        return this;
    }

    /** The signature of an assertion. */
    public Variation signature(UnaryOperator<byte[]> change) {
        signature = change;
        return this;
    }

    /** The user handle of an assertion; none when it comes out empty. */
    public Variation userHandle(UnaryOperator<byte[]> change) {
        userHandle = change;
        return this;
    }
}
