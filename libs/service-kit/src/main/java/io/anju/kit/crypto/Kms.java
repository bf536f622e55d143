package io.anju.kit.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
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
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A key in a key management service that speaks as HashiCorp Vault's transit engine does, as Tink's {@link Aead}: the key
 * never leaves the service, which is handed what is to be wrapped or unwrapped.
 *
 * <p>It waits for the answer. Keys are unwrapped at start, on the thread that starts the service, and kept; never call
 * this on an event loop.
 */
public final class Kms implements Aead {

    /** How a ciphertext begins; what follows is the version of the key. */
    public static final String WRAPPED = "vault:v";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int THEIR_FAULT = 500;

    /** Nobody waits for a service that starts; one that does not start is started again from outside. */
    private static final int TRIES = 3;

    private final HttpClient http;
    private final Settings settings;

    /**
     * Where the key is.
     *
     * @param url of the service
     * @param key its name there
     * @param tokenFile what the service knows this caller by
     * @param timeout of one call
     * @param tls certificates of both sides; empty: none of ours, and those that the JDK trusts
     */
    public record Settings(URI url, String key, Path tokenFile, Duration timeout, Optional<SSLContext> tls) {

        /** Without certificates of our own. */
        public Settings(URI url, String key, Path tokenFile, Duration timeout) {
            this(url, key, tokenFile, timeout, Optional.empty());
        }
    }

    public Kms(Settings settings) {
        this.settings = settings;
        var builder = HttpClient.newBuilder().connectTimeout(settings.timeout()).version(HttpClient.Version.HTTP_1_1);
        settings.tls().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /** The ciphertext is text, {@code vault:vN:…} with the version of the key, in UTF-8. */
    @Override
    public byte[] encrypt(byte[] clear, byte[] associated) throws GeneralSecurityException {
        var answer = post("encrypt", Map.of("plaintext", base64(clear), "associated_data", base64(associated)));
        return answer.path("ciphertext").asText().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] decrypt(byte[] wrapped, byte[] associated) throws GeneralSecurityException {
        var text = new String(wrapped, StandardCharsets.UTF_8);
        var answer = post("decrypt", Map.of("ciphertext", text, "associated_data", base64(associated)));
        return Base64.getDecoder().decode(answer.path("plaintext").asText());
    }

    private JsonNode post(String what, Map<String, String> body) throws GeneralSecurityException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return data(send(what, body));
            } catch (IOException e) {
                if (left == 0) {
                    throw new GeneralSecurityException("the KMS did not answer: " + e.getMessage(), e);
                }
            }
        }
    }

    private HttpResponse<String> send(String what, Map<String, String> body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(
                        settings.url().toString().replaceAll("/+$", "") + "/v1/transit/" + what + "/" + settings.key()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("X-Vault-Token", Files.readString(settings.tokenFile()).strip())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** An outage may pass; what it refuses it refuses again. What it said is not repeated: it may hold what was sent. */
    private static JsonNode data(HttpResponse<String> answer) throws IOException, GeneralSecurityException {
        if (answer.statusCode() >= THEIR_FAULT) {
            throw new IOException("status " + answer.statusCode());
        }
        if (answer.statusCode() != OK) {
            throw new GeneralSecurityException("the KMS refused with status " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("data");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
