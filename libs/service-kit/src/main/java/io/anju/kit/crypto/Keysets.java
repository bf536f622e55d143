package io.anju.kit.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * A service's key sets on disk: a JSON object {@code {"aead": …, "lookup": …}} of two Tink key sets, in a file that only
 * the service may read (a mounted secret in a cluster). They are in clear, or wrapped by a key in a KMS as Tink's
 * encrypted key sets.
 */
public final class Keysets {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final List<String> NAMES = List.of("aead", "lookup");
    private static final String ENCRYPTED = "encryptedKeyset";

    private Keysets() {}

    /** Reads key sets in clear. */
    public static FieldCipher read(Path file) {
        return read(file, Optional.empty());
    }

    /**
     * Reads key sets in clear, or such as this key wrapped.
     *
     * @throws UncheckedIOException when the file is missing or holds something else
     */
    public static FieldCipher read(Path file, Optional<Aead> wrappedBy) {
        try {
            var tree = JSON.readTree(Files.readAllBytes(file));
            var sealing = handle(tree, "aead", wrappedBy);
            return new FieldCipher(
                    sealing.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    sealing,
                    handle(tree, "lookup", wrappedBy).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key sets of anju.crypto.keyset-file", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("anju.crypto.keyset-file holds no Tink key sets: " + e.getMessage(), e);
        }
    }

    /**
     * New random key sets, as the text of such a file.
     *
     * @param purpose what they are for, in words; {@link io.anju.kit.environment.DevelopmentMark} is looked for here
     */
    public static String generate(String purpose) {
        try {
            var tree = JSON.createObjectNode().put("purpose", purpose);
            tree.set("aead", JSON.readTree(text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM))));
            tree.set("lookup", JSON.readTree(text(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF))));
            return tree.toString();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("key sets could not be made", e);
        }
    }

    /** The same file wrapped by this key, whether it was in clear before or wrapped by it; its purpose stays readable. */
    public static String wrap(String text, Aead by) throws GeneralSecurityException {
        try {
            var tree = JSON.readTree(text);
            var wrapped =
                    JSON.createObjectNode().put("purpose", tree.path("purpose").asText());
            for (String name : NAMES) {
                var handle = handle(tree, name, Optional.of(by));
                wrapped.set(
                        name,
                        JSON.readTree(TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, by, context(name))));
            }
            return wrapped.toString();
        } catch (IOException e) {
            throw new GeneralSecurityException("no key sets", e);
        }
    }

    private static KeysetHandle handle(JsonNode tree, String name, Optional<Aead> wrappedBy)
            throws GeneralSecurityException {
        var keyset = tree.path(name);
        return keyset.has(ENCRYPTED)
                ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                        keyset.toString(),
                        wrappedBy.orElseThrow(() -> new GeneralSecurityException("wrapped key sets need anju.kms.url")),
                        context(name))
                : TinkJsonProtoKeysetFormat.parseKeyset(keyset.toString(), InsecureSecretKeyAccess.get());
    }

    /** Authenticated with a wrapped set, so that one is not taken for the other. */
    private static byte[] context(String name) {
        return ("anju key set " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }
}
