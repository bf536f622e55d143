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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A service's key sets on disk: a JSON object {@code {"aead": …, "lookup": …}} of two Tink key sets in clear, in a file
 * that only the service may read (a mounted secret in a cluster).
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

    private Keysets() {}

    /** @throws UncheckedIOException when the file is missing or holds something else */
    public static FieldCipher read(Path file) {
        try {
            var tree = JSON.readTree(Files.readAllBytes(file));
            return new FieldCipher(
                    handle(tree, "aead").getPrimitive(RegistryConfiguration.get(), Aead.class),
                    handle(tree, "lookup").getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key sets of anju.crypto.keyset-file", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("anju.crypto.keyset-file holds no Tink key sets", e);
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

    private static KeysetHandle handle(JsonNode tree, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(tree.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    private static String text(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }
}
