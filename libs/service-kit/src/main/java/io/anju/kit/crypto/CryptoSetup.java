package io.anju.kit.crypto;

import com.google.crypto.tink.Aead;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Reads the keys at start. */
class CryptoSetup {

    @Produces
    @Singleton
    FieldCipher cipher(CryptoConfig config, KmsConfig kms, TlsConfigurationRegistry tls) {
        return Keysets.read(config.keysetFile(), aead(kms, tls));
    }

    /** The key in the KMS, for whoever keeps another key wrapped by it; empty where no KMS is set. */
    @Produces
    @Singleton
    WrappingKey wrappingKey(KmsConfig kms, TlsConfigurationRegistry tls) {
        return new WrappingKey(aead(kms, tls));
    }

    private static Optional<Aead> aead(KmsConfig kms, TlsConfigurationRegistry tls) {
        return kms.url()
                .map(url -> new Kms(new Kms.Settings(
                        url,
                        set(kms.key(), "anju.kms.key"),
                        set(kms.tokenFile(), "anju.kms.token-file"),
                        kms.timeout(),
                        kms.tlsConfigurationName().map(name -> context(tls, name)))));
    }

    private static SSLContext context(TlsConfigurationRegistry registry, String name) {
        var tls = registry.get(name)
                .orElseThrow(() -> new IllegalStateException(
                        "anju.kms.tls-configuration-name is " + name + ", and there is no quarkus.tls." + name));
        try {
            return tls.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException("quarkus.tls." + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static <T> T set(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException("anju.kms.url is set, " + name + " is not"));
    }

    /** Makes the cipher now, where waiting for a KMS holds up nobody, and not on the event loop that first needs it. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event, FieldCipher cipher) {
        var unused = cipher.lookupKey();
    }
}
