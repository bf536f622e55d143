package io.anju.contract.evidence.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Who may sign a note (C2SP signed-note): a name and an Ed25519 key.
 *
 * @param name without spaces and plus signs
 * @param publicKey the 32 bytes of RFC 8032
 */
public record NoteKey(String name, byte[] publicKey) {
    /** The signature type "Ed25519" of the format. */
    private static final byte ED25519 = 0x01;

    /** What stands before the 32 bytes in an X.509 key: the algorithm's name (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Checks the name and the key's length. */
    public NoteKey {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("not a key name: " + name);
        }
        if (publicKey.length != 32) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + publicKey.length);
        }
        publicKey = publicKey.clone();
    }

    /** From the key as the JDK has it. */
    public static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new NoteKey(name, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    // spec| key ID: SHA-256(<name> || 0x0A || 0x01 || public key)[:4]
    /** The four bytes by which a signature names its key. */
    public byte[] id() {
        byte[] hash = Hash.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] {0x0A, ED25519}, publicKey)
                .bytes();
        return Arrays.copyOf(hash, 4);
    }

    /** The key as tools for signed notes take it: name, id and key, joined by plus signs. */
    public String verifierKey() {
        byte[] typed = ByteBuffer.allocate(33).put(ED25519).put(publicKey).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** Whether {@code note} carries a signature of this key over its text. */
    public boolean verifies(SignedNote note) {
        return note.signatures().stream()
                .filter(signature -> signature.name().equals(name) && Arrays.equals(signature.keyId(), id()))
                .anyMatch(signature -> verifies(note.text(), signature.value()));
    }

    private boolean verifies(String text, byte[] value) {
        try {
            byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + 32)
                    .put(X509_PREFIX)
                    .put(publicKey)
                    .array();
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
