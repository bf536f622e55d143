package io.anju.testkit.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys that changed: the old ones still there, new ones in their place. */
public final class RotatedKeys {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RotatedKeys() {}

    /** The cipher of these key sets after a new key was added to each and made its primary one. */
    public static FieldCipher of(Path keysets) {
        try {
            var tree = (ObjectNode) JSON.readTree(Files.readAllBytes(keysets));
            rotate(tree, "aead", PredefinedAeadParameters.AES256_GCM);
            rotate(tree, "lookup", PredefinedPrfParameters.HMAC_SHA256_PRF);
            var file = Files.createTempFile("rotated", ".json");
            file.toFile().deleteOnExit();
            return Keysets.read(Files.write(file, JSON.writeValueAsBytes(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rotate(ObjectNode tree, String name, Parameters parameters)
            throws IOException, GeneralSecurityException {
        var before = TinkJsonProtoKeysetFormat.parseKeyset(tree.path(name).toString(), InsecureSecretKeyAccess.get());
        var after = KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
        tree.set(name, JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(after, InsecureSecretKeyAccess.get())));
    }
}
