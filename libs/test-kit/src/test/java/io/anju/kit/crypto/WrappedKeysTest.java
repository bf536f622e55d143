package io.anju.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.sandbox.Sandbox;
import io.anju.sandbox.SandboxConfig;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys at rest that a key in a KMS wraps, over HTTP. */
class WrappedKeysTest {

    private static final String SECRET = "a-secret-of-the-tests";
    private static final byte[] CONTEXT = "row 1".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Path token;
    private Kms kms;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        sandbox = Sandbox.start(SandboxConfig.inMemory(SECRET));
        token = Files.writeString(folder.resolve("token"), SandboxConfig.kmsToken(SECRET) + "\n");
        kms = kms(Duration.ofSeconds(5));
        send("POST", "/v1/transit/keys/bank", "{}");
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void whatTheKmsWrappedItUnwrapsForTheSameContextOnly() throws GeneralSecurityException {
        byte[] wrapped = kms.encrypt(new byte[] {1, 2, 3}, CONTEXT);

        assertEquals(3, kms.decrypt(wrapped, CONTEXT).length);
        assertThrows(GeneralSecurityException.class, () -> kms.decrypt(wrapped, new byte[] {9}));
    }

    @Test
    void keySetsAreReadWrappedAndGiveTheSameHashes() throws Exception {
        Path clear = Files.writeString(folder.resolve("keysets.json"), Keysets.generate("a test"));
        byte[] sealed = Keysets.read(clear).encrypt("13800000001", "phone");
        WrapKeys.run(new String[] {"wrap", clear.toString()}, kms);

        var wrapped = Files.readString(clear);
        assertTrue(wrapped.contains("encryptedKeyset"));
        assertFalse(new JsonObject(wrapped).getJsonObject("aead").containsKey("key"));
        assertEquals("13800000001", Keysets.read(clear, Optional.of(kms)).decrypt(sealed, "phone"));
        assertThrows(IllegalStateException.class, () -> Keysets.read(clear));
    }

    @Test
    void wrappingAgainWrapsUnderTheNewestVersionAndTheOlderMayGo() throws Exception {
        Path master = folder.resolve("master.key");
        WrapKeys.run(new String[] {"new-master-key", master.toString()}, kms);
        byte[] key = new WrappingKey(Optional.of(kms)).unwrap(Files.readString(master));
        send("POST", "/v1/transit/keys/bank/rotate", "{}");

        WrapKeys.run(new String[] {"wrap", master.toString()}, kms);
        send("POST", "/v1/transit/keys/bank/config", "{\"min_decryption_version\":2}");

        var wrapped = Files.readString(master);
        assertTrue(wrapped.startsWith("vault:v2:"), wrapped);
        assertEquals(32, key.length);
        assertArrayEquals(key, new WrappingKey(Optional.of(kms)).unwrap(wrapped));
    }

    @Test
    void aShortOutageIsOutlastedAndALongOneIsAFailure() throws Exception {
        byte[] wrapped = kms.encrypt(new byte[] {1}, CONTEXT);
        send("PUT", "/kms/faults", "{\"refuseNext\":2}");
        assertEquals(1, kms.decrypt(wrapped, CONTEXT).length);

        send("PUT", "/kms/faults", "{\"refuseNext\":3}");
        assertThrows(GeneralSecurityException.class, () -> kms.decrypt(wrapped, CONTEXT));
        send("PUT", "/kms/faults", "{\"timeoutAfterSuccess\":1}");
        assertEquals(1, kms.decrypt(wrapped, CONTEXT).length);
    }

    @Test
    void nobodyWaitsForAKmsLongerThanIsSaid() throws Exception {
        send("PUT", "/kms/faults", "{\"delayMillis\":60000}");

        var failure = assertThrows(
                GeneralSecurityException.class,
                () -> kms(Duration.ofMillis(200)).encrypt(new byte[] {1}, CONTEXT));
        assertTrue(String.valueOf(failure.getMessage()).contains("did not answer"));
    }

    @Test
    void aDisabledKeyAndAnUnknownTokenAreRefusedWithoutASecondTry() throws Exception {
        byte[] wrapped = kms.encrypt(new byte[] {1}, CONTEXT);
        send("PUT", "/kms/keys/bank", "{\"enabled\":false}");
        assertRefused(wrapped);
        send("PUT", "/kms/keys/bank", "{\"enabled\":true}");

        Files.writeString(token, "somebody-else's");
        assertRefused(wrapped);
    }

    private void assertRefused(byte[] wrapped) {
        var failure = assertThrows(GeneralSecurityException.class, () -> kms.decrypt(wrapped, CONTEXT));
        assertTrue(String.valueOf(failure.getMessage()).contains("403"), failure.getMessage());
    }

    private Kms kms(Duration timeout) {
        return new Kms(new Kms.Settings(sandbox.url(), "bank", token, timeout));
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .header("X-Vault-Token", SandboxConfig.kmsToken(SECRET))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }
}
