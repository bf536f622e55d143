package io.anju.identity.es256;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeEs256Test {

    private static final byte[] MESSAGE = "sample".getBytes(StandardCharsets.UTF_8);
    private static final String JDK = "SunEC";

    // RFC 6979, appendix A.2.5: the key, and the signature of "sample" with SHA-256, as an ASN.1 sequence of r and s.
    private static final String X = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    private static final String Y = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    private static final String SIGNED = "3046022100EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
            + "022100F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";

    @BeforeAll
    static void install() {
        assertTrue(Es256Setup.install("org.conscrypt.OpenSSLProvider"));
    }

    @Test
    void servesWhoeverAsksForNoProvider() throws Exception {
        assertEquals(
                NativeEs256.NAME,
                verifier(pair("secp256r1").getPublic()).getProvider().getName());
    }

    @Test
    void acceptsThePublishedSignature() throws Exception {
        assertTrue(verifies(published(), MESSAGE, HexFormat.of().parseHex(SIGNED)));
    }

    @Test
    void refusesThePublishedSignatureForAnotherMessage() throws Exception {
        byte[] other = "test".getBytes(StandardCharsets.UTF_8);
        assertFalse(verifies(published(), other, HexFormat.of().parseHex(SIGNED)));
    }

    @Test
    void signsWhatTheJdkAccepts() throws Exception {
        KeyPair pair = pair("secp256r1");
        byte[] signed = sign(pair.getPrivate());
        var jdk = Signature.getInstance(NativeEs256.ALGORITHM, JDK);
        jdk.initVerify(pair.getPublic());
        jdk.update(MESSAGE);
        assertTrue(jdk.verify(signed));
    }

    @Test
    void leavesOtherCurvesToTheJdk() throws Exception {
        KeyPair pair = pair("secp384r1");
        assertEquals(JDK, verifier(pair.getPublic()).getProvider().getName());
        assertTrue(verifies(pair.getPublic(), MESSAGE, sign(pair.getPrivate())));
    }

    @Test
    void aProviderThatIsNotThereLeavesTheJdkAlone() {
        java.security.Security.removeProvider(NativeEs256.NAME);
        try {
            assertFalse(Es256Setup.install("no.such.Provider"));
        } finally {
            install();
        }
    }

    private static KeyPair pair(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static PublicKey published() throws Exception {
        var curve = ((ECPublicKey) pair("secp256r1").getPublic()).getParams();
        var point = new ECPoint(new BigInteger(X, 16), new BigInteger(Y, 16));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
    }

    private static byte[] sign(PrivateKey key) throws Exception {
        var signature = Signature.getInstance(NativeEs256.ALGORITHM);
        signature.initSign(key);
        signature.update(MESSAGE);
        return signature.sign();
    }

    private static Signature verifier(PublicKey key) throws Exception {
        var signature = Signature.getInstance(NativeEs256.ALGORITHM);
        signature.initVerify(key);
        return signature;
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signed) throws Exception {
        var signature = verifier(key);
        signature.update(message);
        return signature.verify(signed);
    }
}
