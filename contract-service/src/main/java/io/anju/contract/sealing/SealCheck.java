package io.anju.contract.sealing;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Reads the signatures of any PDF; computation over bytes from a stranger, so it unpacks nothing, is bounded by the caller and never on an event loop. */
public final class SealCheck {
    private final SealKey ours;

    SealCheck(SealKey ours) {
        this.ours = ours;
    }

    /** Whether a signature holds. */
    public enum State {
        /** The signed bytes are those that were signed. */
        VALID,
        /** They are not, or the signature cannot be read. */
        BROKEN
    }

    /**
     * One signature.
     *
     * @param signer who the certificate names
     * @param oursSeal whether it was made with this bank's present seal
     * @param coversWholeFile whether nothing was added behind it
     * @param claimedAt what the file says about the time, by nobody confirmed
     */
    public record Finding(
            State state, String signer, boolean oursSeal, boolean coversWholeFile, Optional<Instant> claimedAt) {}

    /** All signatures of a file; empty when it is no PDF. */
    public Optional<List<Finding>> check(byte[] pdf) {
        return SignatureScan.find(pdf)
                .map(found ->
                        found.stream().map(signature -> finding(signature, pdf)).toList());
    }

    private Finding finding(PDSignature signature, byte[] pdf) {
        int[] range = signature.getByteRange();
        boolean whole = range != null && range.length == 4 && range[0] == 0 && range[2] + range[3] == pdf.length;
        Optional<Instant> claimedAt =
                Optional.ofNullable(signature.getSignDate()).map(Calendar::toInstant);
        try {
            CMSSignedData signed = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            Collection<X509CertificateHolder> matches = signed.getCertificates().getMatches(signer.getSID());
            X509CertificateHolder certificate = matches.iterator().next();
            boolean valid = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return new Finding(
                    valid ? State.VALID : State.BROKEN,
                    certificate.getSubject().toString(),
                    Arrays.equals(certificate.getEncoded(), ours.certificate().getEncoded()),
                    whole,
                    claimedAt);
        } catch (IOException | CMSException | CertificateException | OperatorCreationException | RuntimeException e) {
            return new Finding(State.BROKEN, "", false, whole, claimedAt);
        }
    }
}
