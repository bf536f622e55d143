package io.anju.kit.crypto;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the keys at start, and refuses development keys in production. */
class CryptoSetup {

    @Produces
    @Singleton
    FieldCipher cipher(@ConfigProperty(name = "anju.crypto.keyset-file") String file) {
        return Keysets.read(Path.of(file));
    }

    void refuseDevelopmentKeys(
            @Observes StartupEvent event,
            @ConfigProperty(name = "anju.keys.development", defaultValue = "false") boolean development,
            @ConfigProperty(name = "anju.environment", defaultValue = "production") String environment) {
        if (development && environment.equals("production") && ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "development keys in production: set keys of your own, or anju.environment=development");
        }
    }
}
