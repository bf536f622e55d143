package io.anju.identity.datakey;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * A customer's own key: a Tink key set of one AES-256-GCM key, whose id stands in front of each value as in those of the
 * service's key set.
 */
public final class DataKey {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle keyset;
    private final Aead aead;

    private DataKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A new random one. */
    public static DataKey generate() {
        try {
            return new DataKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key could not be made", e);
        }
    }

    /** The one that {@link #bytes} gave. */
    public static DataKey of(byte[] bytes) {
        try {
            return new DataKey(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a data key", e);
        }
    }

    /** In clear: to be sealed at once and kept nowhere else. */
    public byte[] bytes() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key could not be written", e);
        }
    }

    /** @param context authenticated with the value, so that it opens nowhere else */
    public byte[] seal(byte[] clear, String context) {
        try {
            return aead.encrypt(clear, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be sealed", e);
        }
    }

    /** @throws IllegalStateException when the value was not sealed by this key for this context */
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be opened: another key or another context", e);
        }
    }

    public byte[] sealText(String clear, String context) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), context);
    }

    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
