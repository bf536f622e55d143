package io.anju.kit.crypto;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Reads the keys at start. */
class CryptoSetup {

    @Produces
    @Singleton
    FieldCipher cipher(CryptoConfig config, KmsConfig kms) {
        return Keysets.read(config.keysetFile(), aead(kms));
    }

    /** The key in the KMS, for whoever keeps another key wrapped by it; empty where no KMS is set. */
    @Produces
    @Singleton
    WrappingKey wrappingKey(KmsConfig kms) {
        return new WrappingKey(aead(kms));
    }

    private static Optional<Aead> aead(KmsConfig kms) {
        return kms.url()
                .map(url -> new Kms(new Kms.Settings(
                        url,
                        set(kms.key(), "anju.kms.key"),
                        set(kms.tokenFile(), "anju.kms.token-file"),
                        kms.timeout())));
    }

    private static <T> T set(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException("anju.kms.url is set, " + name + " is not"));
    }

    /** Makes the cipher now, where waiting for a KMS holds up nobody, and not on the event loop that first needs it. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, FieldCipher cipher) {
        var unused = cipher.lookupKey();
    }
}
