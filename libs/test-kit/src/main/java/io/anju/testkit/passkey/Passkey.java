package io.anju.testkit.passkey;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One credential in the device: whose it is, its ES256 key pair and how often it has signed.
 *
 * @param signCount number of signatures made so far; the relying party refuses a count that does not grow
 */
record Passkey(
        byte[] id, String rpId, byte[] userHandle, ECPublicKey publicKey, ECPrivateKey privateKey, long signCount) {

    private static final int COORDINATE_BYTES = 32;
    private static final int ID_BYTES = 32;

    static Passkey generate(String rpId, byte[] userHandle) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] id = new byte[ID_BYTES];
            new SecureRandom().nextBytes(id);
            return new Passkey(
                    id, rpId, userHandle, (ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate(), 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Passkey of(byte[] id, String rpId, byte[] userHandle, byte[] spki, byte[] pkcs8, long signCount) {
        try {
            var factory = KeyFactory.getInstance("EC");
            return new Passkey(
                    id,
                    rpId,
                    userHandle,
                    (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(spki)),
                    (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
                    signCount);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("not an EC key", unreadable);
        }
    }

    Passkey counted() {
        return new Passkey(id, rpId, userHandle, publicKey, privateKey, signCount + 1);
    }

    /** Signs with ES256 in ASN.1 DER form, as WebAuthn asks. */
    byte[] sign(byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key as COSE_Key (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
    byte[] coseKey() {
        Map<Long, Object> key = new LinkedHashMap<>();
        key.put(1L, 2L);
        key.put(3L, -7L);
        key.put(-1L, 1L);
        key.put(-2L, coordinate(publicKey.getW().getAffineX()));
        key.put(-3L, coordinate(publicKey.getW().getAffineY()));
        return Cbor.encode(key);
    }

    static byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(signed.length, COORDINATE_BYTES);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    boolean hasId(byte[] other) {
        return Arrays.equals(id, other);
    }
}
