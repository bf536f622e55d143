package io.anju.launcher.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

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
        SecretFiles.write(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        SecretFiles.write(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    static byte[] pem(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n" + PEM.encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
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
