package io.anju.launcher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.LaunchFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientAssertionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void isSignedWithTheClientsOwnKeyAndGoodForAMinute() throws GeneralSecurityException {
        var secrets = new Secrets(folder);
        secrets.create(List.of(), NOW);

        String assertion =
                ClientAssertion.sign("demo-agency", secrets.clientKey("demo-agency"), "http://localhost:8080", NOW);

        String[] parts = assertion.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"aud\":\"http://localhost:8080\""), claims);
        assertTrue(claims.contains("\"exp\":" + (NOW.getEpochSecond() + 60)), claims);
        assertTrue(verifies(secrets.clients().resolve("demo-agency.pub.pem"), parts));
    }

    @Test
    void needsAClientThatExists() {
        var failure = assertThrows(
                LaunchFailure.class, () -> ClientAssertion.sign("nobody", folder.resolve("none"), "aud", NOW));

        assertEquals("there is no key of nobody in this stack (a service, or demo-agency)", failure.getMessage());
    }

    private static boolean verifies(Path publicKey, String[] parts) throws GeneralSecurityException {
        String base64 = SecretFiles.read(publicKey).split("-----")[2];
        byte[] der = Base64.getMimeDecoder().decode(base64);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
