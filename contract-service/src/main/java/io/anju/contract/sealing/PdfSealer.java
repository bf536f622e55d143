package io.anju.contract.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Puts the seal on a finished file, behind its bytes; milliseconds of computation, not for an event loop. */
public final class PdfSealer {
    /** Room kept for the CMS structure: a chain of three RSA-4096 certificates fits with ease. */
    private static final int SIGNATURE_BYTES = 24 * 1024;

    private final SealKey key;

    /** A sealer with the bank's key. */
    public PdfSealer(SealKey key) {
        this.key = key;
    }

    /**
     * {@code pdf} with the seal over all of its bytes; the result begins with {@code pdf}.
     *
     * @param organisation whose seal it is
     * @param reason what the seal says, shown by readers
     * @param at the claimed time of sealing
     */
    public byte[] seal(byte[] pdf, String organisation, String reason, Instant at) {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName(organisation);
            signature.setReason(reason);
            signature.setSignDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
            options.setPreferredSignatureSize(SIGNATURE_BYTES);
            document.setDocumentId(at.toEpochMilli());
            document.addSignature(signature, new CmsSignature(key), options);
            ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length + 3 * SIGNATURE_BYTES);
            document.saveIncremental(sealed);
            return sealed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
