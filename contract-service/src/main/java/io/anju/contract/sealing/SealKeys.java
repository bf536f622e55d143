package io.anju.contract.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads a {@link SealKey} from a PKCS#12 file. */
public final class SealKeys {
    private SealKeys() {}

    /**
     * The only key in {@code keystore}.
     *
     * @param passwordFile holds the password of the store and of the key
     */
    public static SealKey read(Path keystore, Path passwordFile) {
        try (InputStream in = Files.newInputStream(keystore)) {
            char[] password = Files.readString(passwordFile).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new IllegalStateException(keystore + " must hold one key, not " + keys.size());
            }
            PrivateKey key = (PrivateKey) store.getKey(keys.getFirst(), password);
            Certificate[] chain = store.getCertificateChain(keys.getFirst());
            return new SealKey(
                    key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key store cannot be read: " + keystore, e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
