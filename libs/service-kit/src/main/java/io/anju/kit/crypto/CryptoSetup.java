package io.anju.kit.crypto;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the keys at start. */
class CryptoSetup {

    @Produces
    @Singleton
    FieldCipher cipher(CryptoConfig config) {
        return Keysets.read(config.keysetFile());
    }
}
