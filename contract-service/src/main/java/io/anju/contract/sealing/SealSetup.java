package io.anju.contract.sealing;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the seal's key at start: a service that could not seal should not come up. */
class SealSetup {
    @Produces
    @Singleton
    @Startup
    SealKey key(SealConfig config) {
        return SealKeys.read(config.keystoreFile(), config.passwordFile());
    }

    @Produces
    @Singleton
    PdfSealer sealer(SealKey key) {
        return new PdfSealer(key);
    }

    @Produces
    @Singleton
    SealCheck check(SealKey key) {
        return new SealCheck(key);
    }
}
