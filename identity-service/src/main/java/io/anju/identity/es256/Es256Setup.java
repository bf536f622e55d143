package io.anju.identity.es256;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts native ES256 in front of the JDK's at start, where it can be had. Without it all works as before, slower. */
@ApplicationScoped
class Es256Setup {

    private static final Logger LOG = Logger.getLogger(Es256Setup.class);
    private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";

    private final Optional<String> provider;

    /** @param provider class of the provider that has native ES256; empty for the JDK alone */
    Es256Setup(
            @ConfigProperty(name = "anju.identity.es256-provider", defaultValue = CONSCRYPT)
                    Optional<String> provider) {
        this.provider = provider;
    }

    void install(@Observes StartupEvent started) {
        // A native executable holds no library of Conscrypt's.
        if (!ImageMode.current().isNativeImage()) {
            provider.ifPresent(name -> LOG.debugf("native ES256 by %s: %s", name, install(name)));
        }
    }

    /** False where the JDK goes on alone. */
    static boolean install(String provider) {
        if (Security.getProvider(NativeEs256.NAME) != null) {
            return true;
        }
        var signature = find(provider);
        if (signature == null) {
            return false;
        }
        return Security.insertProviderAt(new NativeEs256(signature), 1) == 1;
    }

    private static Provider.@Nullable Service find(String provider) {
        try {
            var found = (Provider) Class.forName(provider).getConstructor().newInstance();
            return found.getService(NativeEs256.SIGNATURE, NativeEs256.ALGORITHM);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            // No library for this platform, or nowhere to unpack it.
            LOG.warnf(e, "%s cannot be used; the JDK signs and verifies, some twenty times slower", provider);
            return null;
        }
    }
}
