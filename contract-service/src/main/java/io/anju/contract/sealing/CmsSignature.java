package io.anju.contract.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * The signature value of PAdES baseline B (ETSI EN 319 142-1, clause 6.3): CMS over the file's bytes, with the signed attributes contentType, messageDigest and signingCertificateV2, and no
 * signingTime, which PAdES keeps in the file's own dictionary.
 *
 * <p>The JDK signs; BouncyCastle only writes the structure, so it is not registered as a provider.
 */
final class CmsSignature implements SignatureInterface {
    private final SealKey seal;

    CmsSignature(SealKey seal) {
        this.seal = seal;
    }

    @Override
    public byte[] sign(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(certificateNamed()) {
                        @Override
                        public AttributeTable getAttributes(java.util.Map parameters) {
                            return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
                        }
                    })
                    .build(
                            new JcaContentSignerBuilder(seal.signatureAlgorithm()).build(seal.key()),
                            seal.certificate()));
            generator.addCertificates(new JcaCertStore(seal.chain()));
            CMSSignedData signed = generator.generate(new Streamed(content), false);
            return signed.getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("the seal could not be made", e);
        }
    }

    /** ESS signing-certificate-v2 (RFC 5035): names the certificate by its hash, so that another one for the same key cannot be put in its place. */
    private AttributeTable certificateNamed() throws GeneralSecurityException, IOException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(seal.certificate().getEncoded());
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(seal.certificate());
        IssuerSerial issuer =
                new IssuerSerial(new GeneralNames(new GeneralName(holder.getIssuer())), holder.getSerialNumber());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(null, hash, issuer)))));
        return new AttributeTable(attributes);
    }

    /** The bytes to be signed, read once and never held whole. */
    private record Streamed(InputStream content) implements CMSTypedData {
        @Override
        public org.bouncycastle.asn1.ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.transferTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
