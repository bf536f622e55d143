package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The KMS, by the API of Vault's transit engine. */
class KmsTest {
    private static final String SECRET = "a-secret-of-the-tests";

    /** "four" and "row 1" in base64. */
    private static final String CLEAR = "Zm91cg==";

    private static final String ROW = "cm93IDE=";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory(SECRET).keptIn(folder));
        caller = new Caller(sandbox);
        assertEquals(200, transit("keys/bank", "{}").status());
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void whatItEncryptedItDecryptsWithTheSameAssociatedDataOnly() throws Exception {
        var ciphertext = encrypt();

        assertTrue(ciphertext.startsWith("vault:v1:"), ciphertext);
        assertEquals(
                CLEAR, decrypt(ciphertext, ROW).json().at("/data/plaintext").asText());
        assertEquals("CIPHERTEXT_UNKNOWN", decrypt(ciphertext, "cm93IDI=").code());
    }

    @Test
    void whoShowsNoTokenGetsNothing() throws Exception {
        assertEquals(
                403,
                caller.post("/v1/transit/encrypt/bank", "{'plaintext':'Zm91cg=='}")
                        .status());
        assertEquals(403, caller.get("/v1/transit/keys/bank").status());
    }

    @Test
    void anOlderVersionOpensUntilItIsTakenAway() throws Exception {
        var old = encrypt();
        assertEquals(
                2,
                transit("keys/bank/rotate", "{}")
                        .json()
                        .at("/data/latest_version")
                        .asInt());

        var fresh = transit("rewrap/bank", "{'ciphertext':'%s','associated_data':'%s'}".formatted(old, ROW))
                .json()
                .at("/data/ciphertext")
                .asText();
        assertTrue(fresh.startsWith("vault:v2:"), fresh);
        assertEquals(200, decrypt(old, ROW).status());

        transit("keys/bank/config", "{'min_decryption_version':2}");
        assertEquals("KEY_VERSION_GONE", decrypt(old, ROW).code());
        assertEquals(CLEAR, decrypt(fresh, ROW).json().at("/data/plaintext").asText());
    }

    @Test
    void aDisabledKeyOpensNothingUntilItIsEnabled() throws Exception {
        var ciphertext = encrypt();

        caller.put("/kms/keys/bank", "{'enabled':false}");
        assertEquals("KEY_DISABLED", decrypt(ciphertext, ROW).code());
        caller.put("/kms/keys/bank", "{'enabled':true}");
        assertEquals(200, decrypt(ciphertext, ROW).status());
    }

    @Test
    void anOutageIsPlayedOnDemand() throws Exception {
        var ciphertext = encrypt();
        caller.put("/kms/faults", "{'refuseNext':1}");

        assertEquals(503, decrypt(ciphertext, ROW).status());
        assertEquals(200, decrypt(ciphertext, ROW).status());
    }

    @Test
    void keysOutliveARestart() throws Exception {
        var ciphertext = encrypt();
        sandbox.close();
        sandbox = Sandbox.start(SandboxConfig.inMemory(SECRET).keptIn(folder));
        caller = new Caller(sandbox);

        assertEquals(
                CLEAR, decrypt(ciphertext, ROW).json().at("/data/plaintext").asText());
    }

    private String encrypt() throws IOException {
        return transit("encrypt/bank", "{'plaintext':'%s','associated_data':'%s'}".formatted(CLEAR, ROW))
                .json()
                .at("/data/ciphertext")
                .asText();
    }

    private Caller.Answer decrypt(String ciphertext, String associated) throws IOException {
        return transit("decrypt/bank", "{'ciphertext':'%s','associated_data':'%s'}".formatted(ciphertext, associated));
    }

    private Caller.Answer transit(String path, String body) throws IOException {
        return caller.postWithToken("/v1/transit/" + path, body, SandboxConfig.kmsToken(SECRET));
    }
}
