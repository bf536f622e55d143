package io.anju.launcher.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The bank's seal of a development stack: an RSA key with a certificate from a certification authority made on the
 * spot. Signs PDFs technically like the bank's own; trusted by nobody, and named so that nobody takes it for real.
 */
final class BankSeal {

    /** The entry's name in the key store. */
    static final String ALIAS = "seal";

    private static final int RSA_BITS = 2048;
    private static final String SIGNATURE = "SHA256withRSA";
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final X500Name AUTHORITY = new X500Name("C=CN,O=Anju Development,CN=Anju Development CA");
    private static final X500Name BANK = new X500Name("C=CN,O=Anju Development Bank,CN=Anju Development Bank Seal");

    private BankSeal() {}

    /** Makes the key store (PKCS#12) and, beside it, the authority's certificate for verifiers. */
    static void once(Path keyStore, Path password, Path authorityCertificate, Instant now) {
        if (java.nio.file.Files.exists(keyStore)) {
            return;
        }
        try {
            KeyPair authority = generate();
            KeyPair seal = generate();
            X509Certificate root = certificate(AUTHORITY, authority, AUTHORITY, authority, true, now);
            X509Certificate leaf = certificate(AUTHORITY, authority, BANK, seal, false, now);
            SecretFiles.write(authorityCertificate, ClientKeys.pem("CERTIFICATE", root.getEncoded()));
            SecretFiles.write(keyStore, pkcs12(seal, SecretFiles.read(password), leaf, root));
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("the seal could not be made", impossible);
        }
    }

    private static X509Certificate certificate(
            X500Name issuer, KeyPair issuerKey, X500Name subject, KeyPair subjectKey, boolean authority, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var extensions = new JcaX509ExtensionUtils();
        var usage = authority
                ? new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                : new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
        var builder = new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(1, SecretFiles.random(16)),
                        Date.from(now),
                        Date.from(now.plus(VALIDITY)),
                        subject,
                        subjectKey.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                .addExtension(Extension.keyUsage, true, usage)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        extensions.createSubjectKeyIdentifier(subjectKey.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        extensions.createAuthorityKeyIdentifier(issuerKey.getPublic()));
        var signer = new JcaContentSignerBuilder(SIGNATURE).build(issuerKey.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static byte[] pkcs12(KeyPair seal, String password, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, seal.getPrivate(), password.toCharArray(), (Certificate[]) chain);
        var out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static KeyPair generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return generator.generateKeyPair();
    }
}
