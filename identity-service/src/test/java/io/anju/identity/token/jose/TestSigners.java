package io.anju.identity.token.jose;

import io.anju.identity.token.SealedKey;
import io.anju.identity.token.Signer;
import io.anju.kit.crypto.WrappingKey;
import java.util.Optional;

/** Signers as replicas with these master keys have them. */
public final class TestSigners {

    private TestSigners() {}

    /** Some private key as a replica with this master key alone keeps it. */
    public static SealedKey sealed(String masterKey, String kid) {
        var master = MasterKey.of(masterKey);
        return new SealedKey(master.seal(new byte[] {1, 2, 3}, kid), Optional.of(master.id()));
    }

    /** @param other that only opens */
    public static Signer with(String masterKey, Optional<String> other) {
        return new JoseSigner(new MasterKeys(
                new WrappingKey(Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(masterKey),
                Optional.empty(),
                other));
    }
}
