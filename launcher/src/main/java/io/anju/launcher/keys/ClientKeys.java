package io.anju.launcher.keys;

import io.anju.kit.environment.DevelopmentMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * The EC P-256 key pairs by which services and partners prove themselves at identity's token endpoint ({@code
 * private_key_jwt}): the private half with its owner, the public half in the folder that identity reads.
 */
final class ClientKeys {

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private ClientKeys() {}

    /** Makes both halves unless both are there. */
    static void once(Path privateKey, Path publicKey) {
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            return;
        }
        KeyPair pair = generate();
        SecretFiles.write(privateKey, pem("PRIVATE KEY", marked(pair.getPrivate())));
        SecretFiles.write(
                publicKey, explained(pem("PUBLIC KEY", pair.getPublic().getEncoded())));
    }

    // RFC 5958 §2: "attributes is OPTIONAL. It contains information corresponding to the public key"; readers pass over
    // those that they do not know.
    private static byte[] marked(PrivateKey key) {
        try {
            var plain = PrivateKeyInfo.getInstance(key.getEncoded());
            var mark = new Attribute(
                    PKCSObjectIdentifiers.pkcs_9_at_unstructuredName,
                    new DERSet(new DERIA5String(DevelopmentMark.TEXT)));
            return new PrivateKeyInfo(plain.getPrivateKeyAlgorithm(), plain.parsePrivateKey(), new DERSet(mark))
                    .getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // RFC 7468 §2: "Data before the encapsulation boundaries are permitted, and parsers MUST NOT malfunction".
    private static byte[] explained(byte[] pem) {
        var text = DevelopmentMark.TEXT + "key: made for one machine\n" + new String(pem, StandardCharsets.US_ASCII);
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] pem(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n" + PEM.encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
