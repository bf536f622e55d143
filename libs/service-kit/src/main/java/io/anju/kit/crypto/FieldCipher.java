package io.anju.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Encrypts single fields, and makes keyed hashes by which an encrypted field can still be found.
 *
 * <p>Both are Google Tink's: AES-256-GCM with the key's id in front of each value, so that keys rotate without
 * downtime, and HMAC-SHA-256 as a pseudo-random function. The context (table and row) is authenticated with the value,
 * so that a value moved to another row does not open.
 */
public final class FieldCipher {

    private static final int HASH_BYTES = 32;

    /** What Tink puts in front of a value: a mark, and the id of the key. */
    static final int PREFIX_BYTES = 5;

    private static final byte MARK = 1;

    private final Aead aead;
    private final byte[] prefix;
    private final boolean olderKeys;
    private final int lookupKey;
    private final Map<Integer, Prf> lookups;

    /** @param sealing the key set of {@code aead} */
    FieldCipher(Aead aead, KeysetHandle sealing, PrfSet prf) throws GeneralSecurityException {
        this.aead = aead;
        this.prefix = ByteBuffer.allocate(PREFIX_BYTES)
                .put(MARK)
                .putInt(sealing.getPrimary().getId())
                .array();
        this.olderKeys = sealing.size() > 1;
        this.lookupKey = prf.getPrimaryId();
        this.lookups = Map.copyOf(prf.getPrfs());
    }

    public byte[] encrypt(String clear, String context) {
        return encryptBytes(clear.getBytes(StandardCharsets.UTF_8), context);
    }

    /** @throws IllegalStateException when the value was not made by this service's keys for this context */
    public String decrypt(byte[] sealed, String context) {
        return new String(decryptBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /** The same for a column of text: Base64. */
    public String encryptToText(String clear, String context) {
        return Base64.getEncoder().encodeToString(encrypt(clear, context));
    }

    /** @throws IllegalStateException as {@link #decrypt} */
    public String decryptText(String sealed, String context) {
        return decrypt(Base64.getDecoder().decode(sealed), context);
    }

    /** For files of moderate size, held in memory. */
    public byte[] encryptBytes(byte[] clear, String context) {
        try {
            return aead.encrypt(clear, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be encrypted", e);
        }
    }

    public byte[] decryptBytes(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be decrypted: other keys or another context", e);
        }
    }

    /** The same for the same value and context, and telling nothing of the value without the key; 32 bytes. */
    public byte[] lookupHash(String clear, String context) {
        return lookupHash(lookupKey, clear, context);
    }

    /**
     * The hashes under which a value may be kept while keys rotate, each of another key and in an order that is the
     * same everywhere. To find is to ask for any of them; to keep something single is to lock all of them.
     */
    public List<byte[]> lookupHashes(String clear, String context) {
        return lookups.keySet().stream()
                .map(key -> lookupHash(key, clear, context))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }

    /** The id of the key that {@link #lookupHash} uses, to be kept beside the hash. */
    public int lookupKey() {
        return lookupKey;
    }

    /** Whether the key set has a key beside the one that seals, for values from before. */
    boolean hasOlderKeys() {
        return olderKeys;
    }

    /** How every value begins that the key of now has sealed. */
    byte[] prefix() {
        return prefix.clone();
    }

    private byte[] lookupHash(int key, String clear, String context) {
        try {
            var input = context + '\0' + clear;
            return Objects.requireNonNull(lookups.get(key)).compute(input.getBytes(StandardCharsets.UTF_8), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a look-up hash could not be made", e);
        }
    }
}
