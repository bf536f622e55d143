package io.anju.testkit.environment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.crypto.Keysets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Look-up keys that changed: the old one still there, a new one in its place. */
public final class RotatedKeys {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RotatedKeys() {}

    /** The cipher of these key sets after a new look-up key was added and made the primary one. */
    public static FieldCipher of(Path keysets) {
        try {
            var tree = (ObjectNode) JSON.readTree(Files.readAllBytes(keysets));
            var before = TinkJsonProtoKeysetFormat.parseKeyset(
                    tree.path("lookup").toString(), InsecureSecretKeyAccess.get());
            var after = KeysetHandle.newBuilder(before)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                            .withRandomId()
                            .makePrimary())
                    .build();
            var text = TinkJsonProtoKeysetFormat.serializeKeyset(after, InsecureSecretKeyAccess.get());
            tree.set("lookup", JSON.readTree(text));
            var file = Files.createTempFile("rotated", ".json");
            file.toFile().deleteOnExit();
            return Keysets.read(Files.write(file, JSON.writeValueAsBytes(tree)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
