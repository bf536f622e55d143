package io.anju.identity.passkey.webauthn;

import io.anju.identity.passkey.webauthn.StrictCbor.NotCanonical;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layout of authenticator data, read strictly.
 *
 * <p>Source: WebAuthn Level 3 §6.1: rpIdHash (32) || flags (1) || signCount (4) || attestedCredentialData || extensions,
 * the last two present exactly if flag AT or ED says so; §6.5.1: aaguid (16) || credentialIdLength (2) || credentialId ||
 * credentialPublicKey.
 */
final class AuthenticatorBytes {

    private static final int FLAGS = 32;
    private static final int HEAD = 37;
    private static final int AAGUID = 16;
    private static final int ATTESTED = 0x40;
    private static final int EXTENDED = 0x80;

    /** An attested credential: its id, and its public key as COSE_Key parameters by label. */
    record Attested(byte[] credentialId, Map<Object, @Nullable Object> key) {}

    private AuthenticatorBytes() {}

    /** @throws NotCanonical if the bytes are laid out otherwise, or anything follows */
    static void check(byte[] bytes) {
        Optional<Attested> ignored = read(bytes);
    }

    /**
     * The attested credential, where there is one.
     *
     * @throws NotCanonical if the bytes are laid out otherwise, or anything follows
     */
    static Optional<Attested> read(byte[] bytes) {
        if (bytes.length < HEAD) {
            throw new NotCanonical("cut off");
        }
        var in = ByteBuffer.wrap(bytes);
        in.position(HEAD);
        Optional<Attested> attested = has(bytes, ATTESTED) ? Optional.of(attested(in)) : Optional.empty();
        if (has(bytes, EXTENDED) && StrictCbor.nextMap(in).isEmpty()) {
            throw new NotCanonical("no extension although the flag says so");
        }
        if (in.hasRemaining()) {
            throw new NotCanonical("something follows");
        }
        return attested;
    }

    private static boolean has(byte[] bytes, int flag) {
        return (bytes[FLAGS] & flag) != 0;
    }

    private static Attested attested(ByteBuffer in) {
        if (in.remaining() < AAGUID + Short.BYTES) {
            throw new NotCanonical("cut off");
        }
        in.position(in.position() + AAGUID);
        int length = Short.toUnsignedInt(in.getShort());
        if (in.remaining() < length) {
            throw new NotCanonical("cut off");
        }
        byte[] id = new byte[length];
        in.get(id);
        return new Attested(id, StrictCbor.nextMap(in));
    }
}
