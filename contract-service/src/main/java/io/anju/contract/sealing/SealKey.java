package io.anju.contract.sealing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The bank's key for sealing and the certificates that speak for it.
 *
 * @param chain the key's own certificate first
 */
public record SealKey(PrivateKey key, List<X509Certificate> chain) {
    public SealKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a seal needs a certificate");
        }
    }

    /** The certificate that belongs to the key. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** SHA-256 with what the key can do. */
    String signatureAlgorithm() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case String other -> throw new IllegalStateException("a seal key must be RSA or EC, not " + other);
        };
    }

    @Override
    public String toString() {
        return "SealKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
