package io.anju.identity.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.oauth.NonceConfig.Mode;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.Keysets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nonces that nobody keeps. */
class NoncesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private FieldCipher cipher;

    @BeforeEach
    void keys() throws IOException {
        cipher = cipher("keys");
    }

    private FieldCipher cipher(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), Keysets.generate("a test"));
        return Keysets.read(file, Optional.empty());
    }

    private static Nonces nonces(FieldCipher cipher, Instant now, Mode mode) {
        return new Nonces(cipher, InstantSource.fixed(now), new NonceConfig() {
            @Override
            public Mode mode() {
                return mode;
            }

            @Override
            public Duration lifetime() {
                return LIFETIME;
            }
        });
    }

    @Test
    void areGoodAtEveryReplicaForTheirTime() {
        var nonce = nonces(cipher, NOW, Mode.REQUIRED).next();

        assertTrue(nonce.isPresent());
        assertTrue(nonces(cipher, NOW.plus(LIFETIME).minusSeconds(1), Mode.REQUIRED)
                .accepts(nonce));
        assertFalse(nonces(cipher, NOW.plus(LIFETIME), Mode.REQUIRED).accepts(nonce));
    }

    @Test
    void ofOtherKeysAreNone() throws IOException {
        var nonce = nonces(cipher("others"), NOW, Mode.REQUIRED).next();

        assertFalse(nonces(cipher, NOW, Mode.REQUIRED).accepts(nonce));
        assertFalse(nonces(cipher, NOW, Mode.OFFERED).accepts(nonce));
    }

    @Test
    void whereTheyAreOfferedAProofMayDoWithout() {
        var offering = nonces(cipher, NOW, Mode.OFFERED);

        assertTrue(offering.accepts(Optional.empty()));
        assertTrue(offering.accepts(offering.next()));
        assertFalse(offering.accepts(Optional.of("!".repeat(54))));
        assertFalse(nonces(cipher, NOW, Mode.REQUIRED).accepts(Optional.empty()));
    }

    @Test
    void whereThereAreNoneNothingIsLookedAt() {
        var without = nonces(cipher, NOW, Mode.NONE);

        assertEquals(Optional.empty(), without.next());
        assertTrue(without.accepts(Optional.of("whatever")));
        assertTrue(without.accepts(Optional.empty()));
    }
}
