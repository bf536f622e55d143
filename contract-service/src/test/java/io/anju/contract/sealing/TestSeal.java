package io.anju.contract.sealing;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A seal for tests: a fresh key with a certificate of its own making. */
public final class TestSeal {
    private TestSeal() {}

    /** A key of {@code algorithm} (RSA or EC). */
    public static SealKey fresh(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Anju Bank Test Seal, O=Anju Bank, C=CN");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(3650, ChronoUnit.DAYS)),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(
                        new JcaContentSignerBuilder("SHA256with" + (algorithm.equals("RSA") ? "RSA" : "ECDSA"))
                                .build(pair.getPrivate())));
        return new SealKey(pair.getPrivate(), List.of(certificate));
    }

    /** Writes {@code seal} as {@code seal.p12} and its password as {@code seal.password}. */
    public static void write(SealKey seal, Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "for tests only".toCharArray();
        store.setKeyEntry("seal", seal.key(), password, seal.chain().toArray(new Certificate[0]));
        try (var out = Files.newOutputStream(folder.resolve("seal.p12"))) {
            store.store(out, password);
        }
        Files.writeString(folder.resolve("seal.password"), new String(password) + "\n");
    }
}
